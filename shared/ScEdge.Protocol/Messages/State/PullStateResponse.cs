namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// A piece of the state image.
    /// </summary>
    public sealed class PullStateResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.PullState;

        /// <summary>Offset of the bytes.</summary>
        public uint Offset;

        /// <summary>Length of the whole image.</summary>
        public uint Length;

        /// <summary>Steps done when it was read: pieces of one image have the same number.</summary>
        public uint StepsDone;

        /// <summary>CRC-32 of the whole image where this piece reaches its end; 0 before.</summary>
        public uint Check;

        /// <summary>Array that holds the bytes. After a read it is the array that was read from.</summary>
        public byte[] Data;

        /// <summary>Where they begin.</summary>
        public int DataOffset;

        /// <summary>How many there are.</summary>
        public int DataLength;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Offset);
            writer.WriteUInt32(Length);
            writer.WriteUInt32(StepsDone);
            writer.WriteUInt32(Check);
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Offset = reader.ReadUInt32();
            Length = reader.ReadUInt32();
            StepsDone = reader.ReadUInt32();
            Check = reader.ReadUInt32();
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
