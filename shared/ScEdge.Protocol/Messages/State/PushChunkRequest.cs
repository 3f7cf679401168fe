namespace ScEdge.Protocol.Messages.State
{
    /// <summary>
    /// Carries a piece of the image.
    /// </summary>
    public sealed class PushChunkRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PushChunk;

        /// <summary>Offset of the bytes in the image; at most what has arrived.</summary>
        public uint Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The piece was kept.
    /// </summary>
    public sealed class PushChunkResponse : Message
    {
        /// <summary>Bytes of the image that have arrived without a gap.</summary>
        public uint Received;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Received = fields.UInt32(Received);
        }
    }
}
