namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Raw bytes of the source.
    /// </summary>
    public sealed class GetEntropySampleResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.GetEntropySample;

        /// <summary>Number of the source.</summary>
        public int Source;

        /// <summary>Its declared quality, as in the capabilities.</summary>
        public int Quality;

        /// <summary>Array that holds the bytes. After a read it is the array that was read from.</summary>
        public byte[] Data;

        /// <summary>Where they begin.</summary>
        public int DataOffset;

        /// <summary>How many there are.</summary>
        public int DataLength;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Source);
            writer.WriteByte(Quality);
            writer.WriteBytes(Data, DataOffset, DataLength);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Source = reader.ReadByte();
            Quality = reader.ReadByte();
            Data = reader.Buffer;
            DataOffset = reader.Position;
            DataLength = reader.TakeRest();
            return !reader.HasFailed;
        }
    }
}
