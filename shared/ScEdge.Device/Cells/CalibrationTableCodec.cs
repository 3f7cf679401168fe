using System;
using ScEdge.Entropy.Calibration;
using ScEdge.Protocol.Framing;

namespace ScEdge.Device.Cells
{
    /// <summary>
    /// A calibration table as 27 bytes for a chip's storage: version, tolerance, nine voltages, CRC-32.
    /// </summary>
    /// <remarks>
    /// Byte 0: version, 1. Bytes 1-2: tolerance. Bytes 3-20: voltages in mV, two bytes each. Bytes 21-22: the cell, so that a table is not
    /// taken for another cell's. Bytes 23-26: CRC-32 of all before. Least significant byte first.
    /// </remarks>
    public static class CalibrationTableCodec
    {
        /// <summary>Number of bytes of a stored table.</summary>
        public const int Length = 27;

        private const byte Version = 1;
        private const int CellAt = 21;
        private const int CrcAt = 23;

        /// <summary>Writes a table.</summary>
        /// <param name="table">The table; its voltages below 65,536 mV.</param>
        /// <param name="cell">Cell that it belongs to, 0..65535.</param>
        public static byte[] Encode(CalibrationTable table, int cell)
        {
            byte[] bytes = new byte[Length];
            bytes[0] = Version;
            LittleEndian.WriteUInt16(bytes, 1, table.Tolerance);
            for (int node = 0; node < CalibrationTable.NodeCount; node++)
            {
                LittleEndian.WriteUInt16(bytes, 3 + (2 * node), table.MillivoltsOfNode(node));
            }

            LittleEndian.WriteUInt16(bytes, CellAt, cell);
            LittleEndian.WriteUInt32(bytes, CrcAt, Crc32.Of(bytes, 0, CrcAt));
            return bytes;
        }

        /// <summary>Reads a table.</summary>
        /// <param name="bytes">What storage holds; null or anything else is no table.</param>
        /// <param name="cell">Cell whose table is wanted.</param>
        /// <returns>The table, or null where the bytes are not one of this cell.</returns>
        public static CalibrationTable Decode(byte[] bytes, int cell)
        {
            if (bytes == null || bytes.Length != Length || bytes[0] != Version || LittleEndian.ReadUInt16(bytes, CellAt) != cell)
            {
                return null;
            }

            if (LittleEndian.ReadUInt32(bytes, CrcAt) != Crc32.Of(bytes, 0, CrcAt))
            {
                return null;
            }

            int[] millivolts = new int[CalibrationTable.NodeCount];
            for (int node = 0; node < millivolts.Length; node++)
            {
                millivolts[node] = LittleEndian.ReadUInt16(bytes, 3 + (2 * node));
            }

            try
            {
                return new CalibrationTable(millivolts, LittleEndian.ReadUInt16(bytes, 1));
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
