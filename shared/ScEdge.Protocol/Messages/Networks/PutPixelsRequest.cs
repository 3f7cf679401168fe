namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Carries pixels of the image that is to be read, 8 bits each, row by row, channel after channel.
    /// </summary>
    public sealed class PutPixelsRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PutPixels;

        /// <summary>First pixel; 0 begins another image, otherwise at most what has arrived.</summary>
        public int Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt16(Offset);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The pixels were kept.
    /// </summary>
    public sealed class PutPixelsResponse : Message
    {
        /// <summary>Pixels of the image that have arrived without a gap.</summary>
        public int Received;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Received = fields.UInt16(Received);
        }
    }
}
