using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Writes the fields of a message into a buffer, one after the other.
    /// </summary>
    /// <remarks>What does not fit is not written, and <see cref="HasFailed"/> tells; no field throws.</remarks>
    public sealed class MessageWriter
    {
        private readonly byte[] buffer;
        private int limit;

        /// <summary>Makes a writer.</summary>
        /// <param name="length">Largest message.</param>
        public MessageWriter(int length)
        {
            buffer = new byte[length];
            limit = length;
        }

        /// <summary>Gets the message, from index 0.</summary>
        public byte[] Buffer
        {
            get { return buffer; }
        }

        /// <summary>Gets the length of the message so far.</summary>
        public int Length { get; private set; }

        /// <summary>Gets the bytes that still fit.</summary>
        public int Room
        {
            get { return limit - Length; }
        }

        /// <summary>Gets whether something did not fit.</summary>
        public bool HasFailed { get; private set; }

        /// <summary>Begins a message.</summary>
        /// <param name="code">Code of the request or event.</param>
        /// <param name="isAnswer">Whether it is the answer to that request.</param>
        /// <param name="number">Number of the request, 16 bits; 0 for an event.</param>
        /// <param name="maximumLength">Largest message that the link takes.</param>
        public void Begin(MessageCode code, bool isAnswer, int number, int maximumLength)
        {
            limit = maximumLength < buffer.Length ? maximumLength : buffer.Length;
            Length = 0;
            HasFailed = false;
            WriteUInt16(isAnswer ? (int)code | MessageLimits.AnswerBit : (int)code);
            WriteUInt16(number);
        }

        /// <summary>Writes the low 8 bits.</summary>
        public void WriteByte(int value)
        {
            if (Take(1))
            {
                buffer[Length - 1] = (byte)value;
            }
        }

        /// <summary>Writes one byte, 0 or 1.</summary>
        public void WriteBoolean(bool value)
        {
            WriteByte(value ? 1 : 0);
        }

        /// <summary>Writes the low 16 bits.</summary>
        public void WriteUInt16(int value)
        {
            if (Take(2))
            {
                LittleEndian.WriteUInt16(buffer, Length - 2, value);
            }
        }

        /// <summary>Writes 32 bits.</summary>
        public void WriteUInt32(uint value)
        {
            if (Take(4))
            {
                LittleEndian.WriteUInt32(buffer, Length - 4, value);
            }
        }

        /// <summary>Writes 32 bits of two's complement.</summary>
        public void WriteInt32(int value)
        {
            WriteUInt32((uint)value);
        }

        /// <summary>Writes 64 bits.</summary>
        public void WriteUInt64(ulong value)
        {
            WriteUInt32((uint)value);
            WriteUInt32((uint)(value >> 32));
        }

        /// <summary>Writes 64 bits of two's complement.</summary>
        public void WriteInt64(long value)
        {
            WriteUInt64((ulong)value);
        }

        /// <summary>Writes the raw bits of an IEEE double.</summary>
        public void WriteDouble(double value)
        {
            WriteInt64(BitConverter.DoubleToInt64Bits(value));
        }

        /// <summary>Writes the first values of an array.</summary>
        public void WriteUInt32s(uint[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                WriteUInt32(values[i]);
            }
        }

        /// <summary>Writes the first values of an array.</summary>
        public void WriteInt32s(int[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                WriteInt32(values[i]);
            }
        }

        /// <summary>Writes the first values of an array.</summary>
        public void WriteInt64s(long[] values, int count)
        {
            for (int i = 0; i < count; i++)
            {
                WriteInt64(values[i]);
            }
        }

        /// <summary>Writes bytes, without their number: they are the last field.</summary>
        public void WriteBytes(byte[] source, int offset, int count)
        {
            if (count > 0 && Take(count))
            {
                Array.Copy(source, offset, buffer, Length - count, count);
            }
        }

        /// <summary>Writes text: a byte with its length, at most 255, and ASCII characters; others become question marks.</summary>
        public void WriteText(string text)
        {
            int length = text == null ? 0 : text.Length > 255 ? 255 : text.Length;
            if (!Take(length + 1))
            {
                return;
            }

            int start = Length - length;
            buffer[start - 1] = (byte)length;
            for (int i = 0; i < length; i++)
            {
                char character = text[i];
                buffer[start + i] = character >= ' ' && character <= '~' ? (byte)character : (byte)'?';
            }
        }

        /// <summary>Takes room for bytes that the caller fills in.</summary>
        /// <returns>Where they begin, or -1 if they do not fit.</returns>
        public int Reserve(int count)
        {
            return Take(count) ? Length - count : -1;
        }

        private bool Take(int count)
        {
            if (HasFailed || count < 0 || count > limit - Length)
            {
                HasFailed = true;
                return false;
            }

            Length += count;
            return true;
        }
    }
}
