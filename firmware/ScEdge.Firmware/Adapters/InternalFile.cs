using System;
using System.IO;
using ScEdge.Device.Platform;

namespace ScEdge.Firmware.Adapters
{
    /// <summary>
    /// One file on the chip's internal drive that is replaced as a whole: what was stored stays until the new content is complete.
    /// </summary>
    /// <remarks>
    /// The new content grows beside the old one; committing deletes the old file and renames the new. Where the power goes between the two,
    /// the new file alone is there, complete, and is found.
    /// </remarks>
    public sealed class InternalFile : IBoardStorage
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

        /// <inheritdoc/>
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

        /// <inheritdoc/>
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

        /// <inheritdoc/>
        /// <remarks>The runtime does not tell how much room there is; a drive that is full refuses the bytes.</remarks>
        public bool Begin(int length)
        {
            try
            {
                // A commit that was cut short is finished first: its file must not be in the way of this one's.
                if (File.Exists(newPath))
                {
                    Replace();
                }

                FileStream file = new FileStream(growingPath, FileMode.Create, FileAccess.Write);
                file.Close();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <inheritdoc/>
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

        /// <inheritdoc/>
        public bool Commit()
        {
            try
            {
                File.Move(growingPath, newPath);
                Replace();
                return true;
            }
            catch (Exception)
            {
                return false;
            }
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
