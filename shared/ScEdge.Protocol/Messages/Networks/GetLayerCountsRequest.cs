namespace ScEdge.Protocol.Messages.Networks
{
    /// <summary>
    /// Asks what the circuits of a layer that multiplies did since the network is in force.
    /// </summary>
    public sealed class GetLayerCountsRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.GetLayerCounts;

        /// <summary>Number of the layer among those that multiply, from 0.</summary>
        public int Layer;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Layer = fields.Byte(Layer);
        }
    }

    /// <summary>
    /// What the circuits of a layer did.
    /// </summary>
    public sealed class GetLayerCountsResponse : Message
    {
        /// <summary>Images read since the network is in force.</summary>
        public uint Images;

        /// <summary>Counts in the order of <see cref="CountKind"/>.</summary>
        public readonly long[] Counts = new long[MessageLimits.Counts];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Images = fields.UInt32(Images);
            fields.Int64s(Counts, Counts.Length);
        }
    }
}
