namespace ScEdge.Protocol.Messages.Service
{
    /// <summary>
    /// Asks for raw bytes of an entropy source.
    /// </summary>
    public sealed class GetEntropySampleRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetEntropySample;

        /// <summary>Number of the source, in the order of the capabilities.</summary>
        public int Source;

        /// <summary>Bytes wanted.</summary>
        public int Count;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Source = fields.Byte(Source);
            Count = fields.UInt16(Count);
        }
    }

    /// <summary>
    /// Raw bytes of the source.
    /// </summary>
    public sealed class GetEntropySampleResponse : BulkMessage
    {
        /// <summary>Number of the source.</summary>
        public int Source;

        /// <summary>Its declared quality, as in the capabilities.</summary>
        public int Quality;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Source = fields.Byte(Source);
            Quality = fields.Byte(Quality);
            fields.Rest(this);
        }
    }
}
