using System;
using ScEdge.Firmware.Adapters;

namespace ScEdge.Firmware.Parts
{
    /// <summary>
    /// A note on the internal drive that the firmware was stopped by a fault, so that the next start can tell a host.
    /// </summary>
    public static class FaultNote
    {
        /// <summary>Leaves the note, unless it is there: a line that is refused at every start must not wear the flash out.</summary>
        public static void Leave()
        {
            InternalFile file = File();
            if (IsStored(file))
            {
                return;
            }

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

        private static bool IsStored(InternalFile file)
        {
            try
            {
                return file.StoredLength() > 0;
            }
            catch (Exception)
            {
                // Nobody catches what is thrown while a fault is noted.
                return false;
            }
        }

        private static InternalFile File()
        {
            return new InternalFile(InternalFile.Drive, "fault.bin");
        }
    }
}
