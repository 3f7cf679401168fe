using System;
using ScEdge.Device.Platform;

namespace ScEdge.Nano.Tests.Vectors.Sessions
{
    /// <summary>
    /// Storage that a board finds again after a reset.
    /// </summary>
    public sealed class MemoryStorage : IBoardStorage
    {
        private const int Capacity = 4096;

        private byte[] stored = new byte[Capacity];
        private byte[] growing = new byte[Capacity];
        private int storedLength;
        private int length;

        /// <inheritdoc/>
        public int StoredLength()
        {
            return storedLength;
        }

        /// <inheritdoc/>
        public bool Read(int position, byte[] buffer, int offset, int count)
        {
            if (position + count > storedLength)
            {
                return false;
            }

            Array.Copy(stored, position, buffer, offset, count);
            return true;
        }

        /// <inheritdoc/>
        public bool Begin(int length)
        {
            this.length = 0;
            return length <= Capacity;
        }

        /// <inheritdoc/>
        public bool Append(byte[] buffer, int offset, int count)
        {
            Array.Copy(buffer, offset, growing, length, count);
            length += count;
            return true;
        }

        /// <inheritdoc/>
        public bool Commit()
        {
            byte[] old = stored;
            stored = growing;
            growing = old;
            storedLength = length;
            return true;
        }
    }
}
