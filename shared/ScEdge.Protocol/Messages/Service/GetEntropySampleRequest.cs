namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for raw bytes of an entropy source.
    /// </summary>
    public sealed class GetEntropySampleRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetEntropySample;

        /// <summary>Number of the source, in the order of the capabilities.</summary>
        public int Source;

        /// <summary>Bytes wanted.</summary>
        public int Count;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Source);
            writer.WriteUInt16(Count);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Source = reader.ReadByte();
            Count = reader.ReadUInt16();
            return !reader.HasFailed;
        }
    }
}
