namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Asks what one phase of the last step did to one tensor.
    /// </summary>
    public sealed class GetPhaseCountsRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetPhaseCounts;

        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <summary>Phase, 0 first.</summary>
        public int Phase;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Tensor = fields.Byte(Tensor);
            Phase = fields.Byte(Phase);
        }
    }

    /// <summary>
    /// What one phase of the last step did to one tensor; the stream of the learning rate counts in the last phase.
    /// </summary>
    public sealed class GetPhaseCountsResponse : Message
    {
        /// <summary>The counts, in the order of <see cref="CountKind"/>.</summary>
        public readonly long[] Counts = new long[MessageLimits.Counts];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            fields.Int64s(Counts, Counts.Length);
        }
    }
}
