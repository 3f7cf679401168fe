namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// The gradients were kept.
    /// </summary>
    public sealed class PutGradientsResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.PutGradients;

        /// <summary>Parameters whose gradients have arrived without a gap.</summary>
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
