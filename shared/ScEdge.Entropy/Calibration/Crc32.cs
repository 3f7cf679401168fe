namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// CRC-32 of stored tables: polynomial 0x04C11DB7 reflected, start and final inversion all ones (IEEE 802.3).
    /// </summary>
    public static class Crc32
    {
        /// <summary>Returns the CRC of the first bytes; of "123456789" it is 0xCBF43926.</summary>
        /// <param name="bytes">The bytes.</param>
        /// <param name="count">How many of them.</param>
        public static uint Of(byte[] bytes, int count)
        {
            uint crc = 0xFFFFFFFFu;
            for (int i = 0; i < count; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
                }
            }

            return ~crc;
        }
    }
}
