using System;
using System.IO;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// One file on the chip's internal drive that is replaced as a whole: what was stored stays until the new content is complete.
    /// </summary>
    /// <remarks>
    /// The new content grows beside the old one; committing deletes the old file and renames the new. Where the power goes between the two,
    /// the new file alone is there, complete, and is found.
    /// </remarks>
    public sealed class InternalFile
    {
        /// <summary>The chip's internal drive.</summary>
        public const string Drive = "I:\\";

        private readonly string path;
        private readonly string growingPath;
        private readonly string newPath;

        /// <summary>Names a file.</summary>
        /// <param name="drive">Drive or folder with its closing separator; the chip's internal drive is <see cref="Drive"/>.</param>
        /// <param name="name">Name without a path, such as cells.bin.</param>
        public InternalFile(string drive, string name)
        {
            path = drive + name;
            growingPath = path + ".part";
            newPath = path + ".new";
        }

        /// <summary>Returns the length of what is stored, 0 for nothing; bytes.</summary>
        public int StoredLength()
        {
            string stored = StoredPath();
            if (stored == null)
            {
                return 0;
            }

            FileStream file = new FileStream(stored, FileMode.Open, FileAccess.Read);
            try
            {
                return (int)file.Length;
            }
            finally
            {
                file.Close();
            }
        }

        /// <summary>Reads a part of what is stored.</summary>
        /// <returns>Whether all of it was read.</returns>
        public bool Read(int position, byte[] buffer, int offset, int count)
        {
            string stored = StoredPath();
            if (stored == null)
            {
                return false;
            }

            FileStream file = new FileStream(stored, FileMode.Open, FileAccess.Read);
            try
            {
                file.Seek(position, SeekOrigin.Begin);
                return file.Read(buffer, offset, count) == count;
            }
            finally
            {
                file.Close();
            }
        }

        /// <summary>Begins to write anew.</summary>
        public void Begin()
        {
            // A commit that was cut short is finished first: its file must not be in the way of this one's.
            if (File.Exists(newPath))
            {
                Replace();
            }

            FileStream file = new FileStream(growingPath, FileMode.Create, FileAccess.Write);
            file.Close();
        }

        /// <summary>Appends bytes to the new content.</summary>
        /// <returns>Whether they were written; false where the drive is full.</returns>
        public bool Append(byte[] buffer, int offset, int count)
        {
            try
            {
                FileStream file = new FileStream(growingPath, FileMode.Append, FileAccess.Write);
                try
                {
                    file.Write(buffer, offset, count);
                    file.Flush();
                }
                finally
                {
                    file.Close();
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>Puts the new content in the place of the old.</summary>
        public void Commit()
        {
            File.Move(growingPath, newPath);
            Replace();
        }

        private void Replace()
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }

            File.Move(newPath, path);
        }

        private string StoredPath()
        {
            // Both are there while a commit was cut short: the new one is complete.
            return File.Exists(newPath) ? newPath : File.Exists(path) ? path : null;
        }
    }
}
