using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Reads the fields of a message from a buffer, one after the other.
    /// </summary>
    /// <remarks>
    /// A field that is not there reads as zero, and <see cref="HasFailed"/> tells; no field throws. Bytes after the known fields
    /// belong to a later minor version and are ignored.
    /// </remarks>
    public sealed class MessageReader
    {
        private int end;

        /// <summary>Gets the buffer that is read from.</summary>
        public byte[] Buffer { get; private set; }

        /// <summary>Gets where the next field begins.</summary>
        public int Position { get; private set; }

        /// <summary>Gets the bytes that are left.</summary>
        public int Remaining
        {
            get { return end - Position; }
        }

        /// <summary>Gets whether a field was missing or impossible.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Gets the code of the request or event, without the bit of an answer.</summary>
        public MessageCode Code { get; private set; }

        /// <summary>Gets whether the message is an answer.</summary>
        public bool IsAnswer { get; private set; }

        /// <summary>Gets the number of the request.</summary>
        public int Number { get; private set; }

        /// <summary>Begins a message and reads its header.</summary>
        /// <returns>Whether there is one.</returns>
        public bool Begin(byte[] buffer, int offset, int count)
        {
            Buffer = buffer;
            Position = offset;
            end = offset + count;
            HasFailed = false;
            int code = ReadUInt16();
            Code = (MessageCode)(code & ~MessageLimits.AnswerBit);
            IsAnswer = (code & MessageLimits.AnswerBit) != 0;
            Number = ReadUInt16();
            return !HasFailed;
        }

        /// <summary>Reads 8 bits, 0..255.</summary>
        public int ReadByte()
        {
            return Take(1) ? Buffer[Position - 1] : 0;
        }

        /// <summary>Reads one byte as a yes or no.</summary>
        public bool ReadBoolean()
        {
            return ReadByte() != 0;
        }

        /// <summary>Reads 16 bits, 0..65535.</summary>
        public int ReadUInt16()
        {
            return Take(2) ? LittleEndian.ReadUInt16(Buffer, Position - 2) : 0;
        }

        /// <summary>Reads 32 bits.</summary>
        public uint ReadUInt32()
        {
            return Take(4) ? LittleEndian.ReadUInt32(Buffer, Position - 4) : 0;
        }

        /// <summary>Reads 32 bits of two's complement.</summary>
        public int ReadInt32()
        {
            return (int)ReadUInt32();
        }

        /// <summary>Reads 64 bits.</summary>
        public ulong ReadUInt64()
        {
            uint low = ReadUInt32();
            return low | ((ulong)ReadUInt32() << 32);
        }

        /// <summary>Reads 64 bits of two's complement.</summary>
        public long ReadInt64()
        {
            return (long)ReadUInt64();
        }

        /// <summary>Reads the raw bits of an IEEE double.</summary>
        public double ReadDouble()
        {
            return BitConverter.Int64BitsToDouble(ReadInt64());
        }

        /// <summary>Reads a number of things that follow.</summary>
        /// <param name="limit">The most there can be; more is a failure and reads as 0.</param>
        public int ReadCount(int limit)
        {
            int count = ReadByte();
            if (count > limit)
            {
                HasFailed = true;
                return 0;
            }

            return count;
        }

        /// <summary>Reads into the first places of an array.</summary>
        public void ReadUInt32s(uint[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = ReadUInt32();
            }
        }

        /// <summary>Reads into the first places of an array.</summary>
        public void ReadInt32s(int[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = ReadInt32();
            }
        }

        /// <summary>Reads into the first places of an array.</summary>
        public void ReadInt64s(long[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = ReadInt64();
            }
        }

        /// <summary>Reads text; makes a string.</summary>
        public string ReadText()
        {
            int length = ReadByte();
            if (!Take(length))
            {
                return "";
            }

            char[] characters = new char[length];
            for (int i = 0; i < length; i++)
            {
                byte value = Buffer[Position - length + i];
                characters[i] = value >= 0x20 && value <= 0x7E ? (char)value : '?';
            }

            return new string(characters);
        }

        /// <summary>Takes all bytes that are left, as the last field.</summary>
        /// <returns>How many there are; they begin at <see cref="Position"/> as it was before.</returns>
        public int TakeRest()
        {
            int count = HasFailed ? 0 : Remaining;
            Position += count;
            return count;
        }

        private bool Take(int count)
        {
            if (HasFailed || count > end - Position)
            {
                HasFailed = true;
                return false;
            }

            Position += count;
            return true;
        }
    }
}
