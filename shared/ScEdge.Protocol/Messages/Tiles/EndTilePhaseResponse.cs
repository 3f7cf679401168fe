namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// The cells have aged.
    /// </summary>
    public sealed class EndTilePhaseResponse
    {
        /// <summary>Code of the message that it answers.</summary>
        public const MessageCode Code = MessageCode.EndTilePhase;

        /// <summary>Age of the tensor's cells; cycles.</summary>
        public long CellCycles;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64(CellCycles);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            CellCycles = reader.ReadInt64();
            return !reader.HasFailed;
        }
    }
}
