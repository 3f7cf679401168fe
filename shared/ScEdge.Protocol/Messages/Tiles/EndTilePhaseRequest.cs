namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Ends a phase, after all of its tiles.
    /// </summary>
    public sealed class EndTilePhaseRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.EndTilePhase;

        /// <summary>SET events of all tiles: the cells age by them; 0 after a shift.</summary>
        public long SetEvents;

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteInt64(SetEvents);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            SetEvents = reader.ReadInt64();
            return !reader.HasFailed;
        }
    }
}
