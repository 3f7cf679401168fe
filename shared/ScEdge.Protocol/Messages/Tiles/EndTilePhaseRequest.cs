namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Ends a phase, after all of its tiles.
    /// </summary>
    public sealed class EndTilePhaseRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.EndTilePhase;

        /// <summary>SET events of all tiles: the cells age by them; 0 after a shift.</summary>
        public long SetEvents;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            SetEvents = fields.Int64(SetEvents);
        }
    }

    /// <summary>
    /// The cells have aged.
    /// </summary>
    public sealed class EndTilePhaseResponse : Message
    {
        /// <summary>Age of the tensor's cells; cycles.</summary>
        public long CellCycles;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            CellCycles = fields.Int64(CellCycles);
        }
    }
}
