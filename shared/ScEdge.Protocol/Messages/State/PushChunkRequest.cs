namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Carries a piece of the image.
    /// </summary>
    public sealed class PushChunkRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PushChunk;

        /// <summary>Offset of the bytes in the image; at most what has arrived.</summary>
        public uint Offset;

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
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Offset = reader.ReadUInt32();
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
