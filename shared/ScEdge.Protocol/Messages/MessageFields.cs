using System;

namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// A walk over the fields of a message, one after the other: a writer puts down the value it is given and gives it back, a reader gives
    /// what it finds.
    /// </summary>
    public abstract class MessageFields
    {
        /// <summary>Gets whether a field found no room, was missing or impossible. No field throws.</summary>
        public bool HasFailed { get; protected set; }

        /// <summary>Passes over 8 bits, 0..255.</summary>
        public abstract int Byte(int value);

        /// <summary>Passes over 16 bits, 0..65535.</summary>
        public abstract int UInt16(int value);

        /// <summary>Passes over 32 bits.</summary>
        public abstract uint UInt32(uint value);

        /// <summary>Passes over a byte with the number of things that follow.</summary>
        /// <param name="value">How many.</param>
        /// <param name="limit">The most there can be; a reader that finds more has failed and gives 0.</param>
        public abstract int Count(int value, int limit);

        /// <summary>Passes over text: a byte with its length, at most 255, and ASCII characters; others become question marks.</summary>
        public abstract string Text(string value);

        /// <summary>Passes over bytes up to the end of the message; their number is not in it.</summary>
        public abstract void Rest(BulkMessage message);

        /// <summary>Passes over a yes or no in one byte.</summary>
        public bool Boolean(bool value)
        {
            return Byte(value ? 1 : 0) != 0;
        }

        /// <summary>Passes over 32 bits of two's complement.</summary>
        public int Int32(int value)
        {
            return (int)UInt32((uint)value);
        }

        /// <summary>Passes over 64 bits.</summary>
        public ulong UInt64(ulong value)
        {
            uint low = UInt32((uint)value);
            return low | ((ulong)UInt32((uint)(value >> 32)) << 32);
        }

        /// <summary>Passes over 64 bits of two's complement.</summary>
        public long Int64(long value)
        {
            return (long)UInt64((ulong)value);
        }

        /// <summary>Passes over the raw bits of an IEEE double.</summary>
        public double Double(double value)
        {
            return BitConverter.Int64BitsToDouble(Int64(BitConverter.DoubleToInt64Bits(value)));
        }

        /// <summary>Passes over the first values of an array.</summary>
        public void UInt32s(uint[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = UInt32(values[i]);
            }
        }

        /// <summary>Passes over the first values of an array.</summary>
        public void Int32s(int[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = Int32(values[i]);
            }
        }

        /// <summary>Passes over the first values of an array.</summary>
        public void Int64s(long[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = Int64(values[i]);
            }
        }
    }
}
