using System;

namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// A calibration table as 27 bytes for a chip's storage: version, tolerance, nine voltages, CRC-32.
    /// </summary>
    /// <remarks>
    /// Byte 0: version, 1. Bytes 1-2: tolerance. Bytes 3-20 : voltages in mV, two bytes each. Bytes 21-22: the cell, so that a table is not
    /// taken for another cell's. Bytes 23-26: CRC-32 of all before. Least significant byte first.
    /// </remarks>
    public static class CalibrationTableCodec
    {
        /// <summary>Number of bytes of a stored table.</summary>
        public const int Length = 27;

        private const byte Version = 1;
        private const int CrcAt = 23;

        /// <summary>Writes a table.</summary>
        /// <param name="table">The table; its voltages below 65,536 mV.</param>
        /// <param name="cell">Cell that it belongs to, 0..65535.</param>
        public static byte[] Encode(CalibrationTable table, int cell)
        {
            byte[] bytes = new byte[Length];
            bytes[0] = Version;
            Put(bytes, 1, table.Tolerance);
            for (int node = 0; node < CalibrationTable.NodeCount; node++)
            {
                Put(bytes, 3 + (2 * node), table.MillivoltsOfNode(node));
            }

            Put(bytes, 21, cell);
            uint crc = Crc32.Of(bytes, CrcAt);
            Put(bytes, CrcAt, (int)(crc & 0xFFFF));
            Put(bytes, CrcAt + 2, (int)(crc >> 16));
            return bytes;
        }

        /// <summary>Reads a table.</summary>
        /// <param name="bytes">What storage holds; null or anything else is no table.</param>
        /// <param name="cell">Cell whose table is wanted.</param>
        /// <returns>The table, or null where the bytes are not one of this cell.</returns>
        public static CalibrationTable Decode(byte[] bytes, int cell)
        {
            if (bytes == null || bytes.Length != Length || bytes[0] != Version || Get(bytes, 21) != cell)
            {
                return null;
            }

            uint crc = Crc32.Of(bytes, CrcAt);
            if (Get(bytes, CrcAt) != (int)(crc & 0xFFFF) || Get(bytes, CrcAt + 2) != (int)(crc >> 16))
            {
                return null;
            }

            int[] millivolts = new int[CalibrationTable.NodeCount];
            for (int node = 0; node < millivolts.Length; node++)
            {
                millivolts[node] = Get(bytes, 3 + (2 * node));
            }

            try
            {
                return new CalibrationTable(millivolts, Get(bytes, 1));
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        private static void Put(byte[] bytes, int at, int value)
        {
            bytes[at] = (byte)value;
            bytes[at + 1] = (byte)(value >> 8);
        }

        private static int Get(byte[] bytes, int at)
        {
            return bytes[at] | (bytes[at + 1] << 8);
        }
    }
}
