namespace ScEdge.Protocol.Framing
{
    /// <summary>
    /// The CRC-32 of IEEE 802.3: reflected, polynomial 0xEDB88320, inverted at start and end.
    /// </summary>
    /// <remarks>
    /// Finds every error of up to four bits in a frame of up to 371 bytes and of up to three bits up to 11,450 bytes
    /// (P. Koopman, "32-Bit Cyclic Redundancy Codes for Internet Applications", DSN 2002).
    /// </remarks>
    public static class Crc32
    {
        /// <summary>The value of no bytes, where <see cref="Continue"/> starts.</summary>
        public const uint Empty = 0;

        private static readonly uint[] Table = MakeTable();

        /// <summary>Returns the value of some bytes.</summary>
        public static uint Of(byte[] buffer, int offset, int count)
        {
            return Continue(Empty, buffer, offset, count);
        }

        /// <summary>Returns the value of bytes that follow others.</summary>
        /// <param name="crc">Value of the bytes before.</param>
        /// <param name="buffer">Holds the bytes.</param>
        /// <param name="offset">Where the first stands.</param>
        /// <param name="count">How many there are.</param>
        public static uint Continue(uint crc, byte[] buffer, int offset, int count)
        {
            uint[] table = Table;
            int end = offset + count;
            crc = ~crc;

            // Four bytes a turn: on the chip's interpreter counting and comparing cost half as much as a byte does.
            int i = offset;
            for (int last = end - 3; i < last; i += 4)
            {
                crc = table[(byte)(crc ^ buffer[i])] ^ (crc >> 8);
                crc = table[(byte)(crc ^ buffer[i + 1])] ^ (crc >> 8);
                crc = table[(byte)(crc ^ buffer[i + 2])] ^ (crc >> 8);
                crc = table[(byte)(crc ^ buffer[i + 3])] ^ (crc >> 8);
            }

            for (; i < end; i++)
            {
                crc = table[(byte)(crc ^ buffer[i])] ^ (crc >> 8);
            }

            return ~crc;
        }

        private static uint[] MakeTable()
        {
            uint[] table = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                uint value = i;
                for (int bit = 0; bit < 8; bit++)
                {
                    value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
                }

                table[i] = value;
            }

            return table;
        }
    }
}
