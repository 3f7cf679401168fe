using ScEdge.Protocol.Framing;

namespace ScEdge.Protocol.Messages
{
    /// <summary>
    /// Reads the fields of a message from a buffer, one after the other.
    /// </summary>
    /// <remarks>
    /// A field that is not there reads as zero, and <see cref="MessageFields.HasFailed"/> tells. Bytes after the known fields
    /// belong to a later minor version and are ignored.
    /// </remarks>
    public sealed class MessageReader : MessageFields
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
            int code = UInt16(0);
            Code = (MessageCode)(code & ~MessageLimits.AnswerBit);
            IsAnswer = (code & MessageLimits.AnswerBit) != 0;
            Number = UInt16(0);
            return !HasFailed;
        }

        /// <inheritdoc/>
        public override int Byte(int value)
        {
            return Take(1) ? Buffer[Position - 1] : 0;
        }

        /// <inheritdoc/>
        public override int UInt16(int value)
        {
            return Take(2) ? LittleEndian.ReadUInt16(Buffer, Position - 2) : 0;
        }

        /// <inheritdoc/>
        public override uint UInt32(uint value)
        {
            return Take(4) ? LittleEndian.ReadUInt32(Buffer, Position - 4) : 0;
        }

        /// <inheritdoc/>
        public override int Count(int value, int limit)
        {
            int count = Byte(value);
            if (count > limit)
            {
                HasFailed = true;
                return 0;
            }

            return count;
        }

        /// <inheritdoc/>
        /// <remarks>Makes a string.</remarks>
        public override string Text(string value)
        {
            int length = Byte(0);
            if (!Take(length))
            {
                return "";
            }

            char[] characters = new char[length];
            for (int i = 0; i < length; i++)
            {
                byte character = Buffer[Position - length + i];
                characters[i] = character >= 0x20 && character <= 0x7E ? (char)character : '?';
            }

            return new string(characters);
        }

        /// <inheritdoc/>
        public override void Rest(BulkMessage message)
        {
            message.Data = Buffer;
            message.DataOffset = Position;
            message.DataLength = HasFailed ? 0 : Remaining;
            Position += message.DataLength;
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
