namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Carries parameters through the board, 16 bits each: of every layer that multiplies first its biases, then its weights, in the order of the
    /// layers. What is complete by then is computed for all images held; the answer comes when that is done.
    /// </summary>
    public sealed class StreamWeightsRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.StreamWeights;

        /// <summary>Where the bytes begin among those of all parameters: where the last ones ended. 0 begins the pass.</summary>
        public uint Offset;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Offset = fields.UInt32(Offset);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The parameters were taken.
    /// </summary>
    public sealed class StreamWeightsResponse : Message
    {
        /// <summary>Bytes of the pass that have arrived.</summary>
        public uint Received;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Received = fields.UInt32(Received);
        }
    }
}
