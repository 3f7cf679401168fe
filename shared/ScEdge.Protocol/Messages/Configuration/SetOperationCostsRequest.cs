namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Gives the cost table of the new configuration; without it every operation costs nothing.
    /// </summary>
    public sealed class SetOperationCostsRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.SetOperationCosts;

        /// <summary>
        /// Energy of one operation of each kind, in the order of <see cref="CountKind"/>; aJ, not negative.
        /// </summary>
        public readonly long[] Attojoules = new long[MessageLimits.Counts];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            fields.Int64s(Attojoules, Attojoules.Length);
        }
    }
}
