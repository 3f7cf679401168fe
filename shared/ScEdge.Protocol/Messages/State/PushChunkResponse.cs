namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// The piece was kept.
    /// </summary>
    public sealed class PushChunkResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.PushChunk;

        /// <summary>Bytes of the image that have arrived without a gap.</summary>
        public uint Received;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Received);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Received = reader.ReadUInt32();
            return !reader.HasFailed;
        }
    }
}
