namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Updates a range of parameters in the present phase.
    /// </summary>
    public sealed class RunTileRequest : BulkMessage
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.RunTile;

        /// <summary>Index of the first parameter in its tensor; a multiple of 32.</summary>
        public uint First;

        /// <summary>Parameters of the tile.</summary>
        public int Count;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            First = fields.UInt32(First);
            Count = fields.UInt16(Count);
            fields.Rest(this);
        }
    }

    /// <summary>
    /// The registers after the phase.
    /// </summary>
    public sealed class RunTileResponse : BulkMessage
    {
        /// <summary>Index of the first parameter.</summary>
        public uint First;

        /// <summary>Parameters of the tile.</summary>
        public int Count;

        /// <summary>Largest magnitude of the registers that the next phase scales by.</summary>
        public uint Maximum;

        /// <summary>What the circuit did for the tile.</summary>
        public readonly uint[] Counts = new uint[MessageLimits.Counts];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            First = fields.UInt32(First);
            Count = fields.UInt16(Count);
            Maximum = fields.UInt32(Maximum);
            fields.UInt32s(Counts, Counts.Length);
            fields.Rest(this);
        }
    }
}
