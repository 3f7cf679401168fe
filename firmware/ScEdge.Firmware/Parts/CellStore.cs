using ScEdge.Entropy.Calibration;
using ScEdge.Firmware.Adapters;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// The calibration tables of the cells, one small file each on the internal drive.
    /// </summary>
    public static class CellStore
    {
        /// <summary>Returns the stored table of a cell, or null.</summary>
        public static CalibrationTable Load(int cell)
        {
            InternalFile file = FileOf(cell);
            if (file.StoredLength() != CalibrationTableCodec.Length)
            {
                return null;
            }

            byte[] bytes = new byte[CalibrationTableCodec.Length];
            return file.Read(0, bytes, 0, bytes.Length) ? CalibrationTableCodec.Decode(bytes, cell) : null;
        }

        /// <summary>Stores the table of a cell.</summary>
        /// <returns>Whether it is stored.</returns>
        public static bool Save(CalibrationTable table, int cell)
        {
            InternalFile file = FileOf(cell);
            byte[] bytes = CalibrationTableCodec.Encode(table, cell);
            return file.Begin(bytes.Length) && file.Append(bytes, 0, bytes.Length) && file.Commit();
        }

        private static InternalFile FileOf(int cell)
        {
            return new InternalFile(InternalFile.Drive, "cell" + cell.ToString() + ".bin");
        }
    }
}
