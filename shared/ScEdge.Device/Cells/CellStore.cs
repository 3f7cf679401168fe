using ScEdge.Device.Platform;
using ScEdge.Entropy.Calibration;

namespace ScEdge.Device.Cells
{
    /// <summary>
    /// The calibration tables of the cells, one small file each.
    /// </summary>
    public sealed class CellStore
    {
        private readonly IBoardStorage[] files;

        /// <summary>Makes the store.</summary>
        /// <param name="files">A file for each cell. Kept, not copied.</param>
        public CellStore(IBoardStorage[] files)
        {
            this.files = files;
        }

        /// <summary>Returns the stored table of a cell, or null.</summary>
        public CalibrationTable Load(int cell)
        {
            if (files[cell].StoredLength() != CalibrationTableCodec.Length)
            {
                return null;
            }

            byte[] bytes = new byte[CalibrationTableCodec.Length];
            return files[cell].Read(0, bytes, 0, bytes.Length) ? CalibrationTableCodec.Decode(bytes, cell) : null;
        }

        /// <summary>Stores the table of a cell.</summary>
        /// <returns>Whether it is stored.</returns>
        public bool Save(CalibrationTable table, int cell)
        {
            byte[] bytes = CalibrationTableCodec.Encode(table, cell);
            return files[cell].Begin(bytes.Length) && files[cell].Append(bytes, 0, bytes.Length) && files[cell].Commit();
        }

        /// <summary>Empties the file of a cell, so that a table which no longer holds is not used after the next start.</summary>
        /// <returns>Whether it is empty.</returns>
        public bool Forget(int cell)
        {
            return files[cell].StoredLength() == 0 || (files[cell].Begin(0) && files[cell].Commit());
        }
    }
}
