using System;

namespace ScEdge.Stochastic.Serialization
{
    /// <summary>
    /// Settings as bytes, little-endian: one walk over their fields writes or reads them.
    /// </summary>
    /// <remarks>A writer puts down the value that it is given and gives it back; a reader gives what it finds. No field throws.</remarks>
    public sealed class SettingsBytes
    {
        // Enough for the settings of optimisers and cells together, with a law of four full lines.
        private const int MostBytes = 1280;

        private readonly byte[] bytes;
        private readonly int end;
        private readonly bool reads;

        private SettingsBytes(byte[] bytes, int offset, int count, bool reads)
        {
            this.bytes = bytes;
            Position = offset;
            end = offset + count;
            this.reads = reads;
        }

        /// <summary>Gets where the next field begins.</summary>
        public int Position { get; private set; }

        /// <summary>Gets whether a field found no room or was missing; it reads as zero.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Makes a writer.</summary>
        public static SettingsBytes Writer()
        {
            return new SettingsBytes(new byte[MostBytes], 0, MostBytes, false);
        }

        /// <summary>Makes a reader.</summary>
        public static SettingsBytes Reader(byte[] bytes, int offset, int count)
        {
            return new SettingsBytes(bytes, offset, count, true);
        }

        /// <summary>Returns a copy of what a writer has written.</summary>
        public byte[] ToArray()
        {
            byte[] written = new byte[Position];
            Array.Copy(bytes, written, Position);
            return written;
        }

        /// <summary>Passes over 8 bits, 0..255.</summary>
        public int Byte(int value)
        {
            return (int)Number((ulong)value, 1);
        }

        /// <summary>Passes over a yes or no in one byte.</summary>
        public bool Boolean(bool value)
        {
            return Number(value ? 1u : 0u, 1) != 0;
        }

        /// <summary>Passes over 16 bits, 0..65535.</summary>
        public int UInt16(int value)
        {
            return (int)Number((ulong)value, 2);
        }

        /// <summary>Passes over 32 bits.</summary>
        public uint UInt32(uint value)
        {
            return (uint)Number(value, 4);
        }

        /// <summary>Passes over 32 bits of two's complement.</summary>
        public int Int32(int value)
        {
            return (int)(uint)Number((uint)value, 4);
        }

        /// <summary>Passes over 64 bits.</summary>
        public ulong UInt64(ulong value)
        {
            return Number(value, 8);
        }

        /// <summary>Passes over 64 bits of two's complement.</summary>
        public long Int64(long value)
        {
            return (long)Number((ulong)value, 8);
        }

        /// <summary>Passes over the raw bits of an IEEE double.</summary>
        public double Double(double value)
        {
            return BitConverter.Int64BitsToDouble(Int64(BitConverter.DoubleToInt64Bits(value)));
        }

        private ulong Number(ulong value, int length)
        {
            if (length > end - Position)
            {
                HasFailed = true;
                Position = end;
                return 0;
            }

            ulong found = 0;
            for (int i = 0; i < length; i++)
            {
                if (reads)
                {
                    found |= (ulong)bytes[Position] << (8 * i);
                }
                else
                {
                    bytes[Position] = (byte)(value >> (8 * i));
                }

                Position++;
            }

            return reads ? found : value;
        }
    }
}
