namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Carries gradients in the format of the step.
    /// </summary>
    public sealed class PutGradientsRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.PutGradients;

        /// <summary>First parameter, counted over all tensors; at most what has arrived.</summary>
        public uint Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The gradients were kept.
    /// </summary>
    public sealed class PutGradientsResponse : Message
    {
        /// <summary>Parameters whose gradients have arrived without a gap.</summary>
        public uint Received;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Received = fields.UInt32(Received);
        }
    }
}
