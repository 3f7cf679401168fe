namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// Integers in a byte array, least significant byte first.
    /// </summary>
    public static class LittleEndian
    {
        /// <summary>Reads 16 bits.</summary>
        public static int ReadUInt16(byte[] buffer, int offset)
        {
            return buffer[offset] | (buffer[offset + 1] << 8);
        }

        /// <summary>Reads 32 bits.</summary>
        public static uint ReadUInt32(byte[] buffer, int offset)
        {
            return buffer[offset] | ((uint)buffer[offset + 1] << 8) | ((uint)buffer[offset + 2] << 16)
                | ((uint)buffer[offset + 3] << 24);
        }

        /// <summary>Reads integers of 16 bits in two's complement.</summary>
        /// <param name="source">Holds the bytes.</param>
        /// <param name="offset">Where the first stands.</param>
        /// <param name="target">Receives the integers.</param>
        /// <param name="start">Index of the first.</param>
        /// <param name="count">How many there are.</param>
        /// <param name="limit">Largest magnitude; 32768 for none.</param>
        /// <returns>Whether all are within the limit; reading ends at the first that is not.</returns>
        public static bool ReadInt16s(byte[] source, int offset, short[] target, int start, int count, int limit)
        {
            int end = start + count;
            uint range = 2 * (uint)limit;
            for (int i = start; i < end; i++)
            {
                short value = (short)(source[offset] | (source[offset + 1] << 8));
                if ((uint)(value + limit) > range)
                {
                    return false;
                }

                target[i] = value;
                offset += 2;
            }

            return true;
        }

        /// <summary>Writes integers of 16 bits in two's complement.</summary>
        /// <param name="source">Holds the integers.</param>
        /// <param name="start">Index of the first.</param>
        /// <param name="count">How many there are.</param>
        /// <param name="target">Receives the bytes.</param>
        /// <param name="offset">Where the first goes.</param>
        public static void WriteInt16s(short[] source, int start, int count, byte[] target, int offset)
        {
            int end = start + count;
            for (int i = start; i < end; i++)
            {
                int value = source[i];
                target[offset] = (byte)value;
                target[offset + 1] = (byte)(value >> 8);
                offset += 2;
            }
        }

        /// <summary>Writes the low 16 bits of a value.</summary>
        public static void WriteUInt16(byte[] buffer, int offset, int value)
        {
            buffer[offset] = (byte)value;
            buffer[offset + 1] = (byte)(value >> 8);
        }

        /// <summary>Writes 32 bits.</summary>
        public static void WriteUInt32(byte[] buffer, int offset, uint value)
        {
            buffer[offset] = (byte)value;
            buffer[offset + 1] = (byte)(value >> 8);
            buffer[offset + 2] = (byte)(value >> 16);
            buffer[offset + 3] = (byte)(value >> 24);
        }
    }
}
