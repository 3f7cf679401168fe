using System;
using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Writes the fields of a message into a buffer, one after the other.
    /// </summary>
    /// <remarks>What does not fit is not written, and <see cref="MessageFields.HasFailed"/> tells.</remarks>
    public sealed class MessageWriter : MessageFields
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
            UInt16(isAnswer ? (int)code | MessageLimits.AnswerBit : (int)code);
            UInt16(number);
        }

        /// <inheritdoc/>
        public override int Byte(int value)
        {
            if (Take(1))
            {
                buffer[Length - 1] = (byte)value;
            }

            return value;
        }

        /// <inheritdoc/>
        public override int UInt16(int value)
        {
            if (Take(2))
            {
                LittleEndian.WriteUInt16(buffer, Length - 2, value);
            }

            return value;
        }

        /// <inheritdoc/>
        public override uint UInt32(uint value)
        {
            if (Take(4))
            {
                LittleEndian.WriteUInt32(buffer, Length - 4, value);
            }

            return value;
        }

        /// <inheritdoc/>
        public override int Count(int value, int limit)
        {
            return Byte(value);
        }

        /// <inheritdoc/>
        public override string Text(string value)
        {
            int length = value == null ? 0 : value.Length > 255 ? 255 : value.Length;
            if (!Take(length + 1))
            {
                return value;
            }

            int start = Length - length;
            buffer[start - 1] = (byte)length;
            for (int i = 0; i < length; i++)
            {
                char character = value[i];
                buffer[start + i] = character >= ' ' && character <= '~' ? (byte)character : (byte)'?';
            }

            return value;
        }

        /// <inheritdoc/>
        public override void Rest(BulkMessage message)
        {
            WriteBytes(message.Data, message.DataOffset, message.DataLength);
        }

        /// <summary>Writes bytes, without their number.</summary>
        public void WriteBytes(byte[] source, int offset, int count)
        {
            if (count > 0 && Take(count))
            {
                Array.Copy(source, offset, buffer, Length - count, count);
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
