using ScEdge.Firmware.Adapters;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// A note on the internal drive that the firmware was stopped by a fault, so that the next start can tell a host.
    /// </summary>
    public static class FaultNote
    {
        /// <summary>Leaves the note.</summary>
        public static void Leave()
        {
            InternalFile file = File();
            byte[] mark = { 1 };
            if (file.Begin(mark.Length) && file.Append(mark, 0, mark.Length))
            {
                file.Commit();
            }
        }

        /// <summary>Takes the note away.</summary>
        /// <returns>Whether there was one.</returns>
        public static bool Take()
        {
            InternalFile file = File();
            if (file.StoredLength() == 0)
            {
                return false;
            }

            // An empty file is none.
            if (file.Begin(0))
            {
                file.Commit();
            }

            return true;
        }

        private static InternalFile File()
        {
            return new InternalFile(InternalFile.Drive, "fault.bin");
        }
    }
}
