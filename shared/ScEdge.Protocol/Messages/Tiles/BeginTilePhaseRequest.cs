namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Begins a phase; tiles follow, in any order, each as often as one likes.
    /// </summary>
    public sealed class BeginTilePhaseRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginTilePhase;

        /// <summary>Phase, 0 first; 255 for the shift of the auxiliary registers, if one is due.</summary>
        public int Phase;

        /// <summary>
        /// Largest magnitude of the registers that each phase leaves, as known so far; the last one is that of the weights.
        /// </summary>
        public readonly uint[] Maxima = new uint[MessageLimits.Phases];

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Phase);
            writer.WriteUInt32s(Maxima, Maxima.Length);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Phase = reader.ReadByte();
            reader.ReadUInt32s(Maxima, Maxima.Length);
            return !reader.HasFailed;
        }
    }
}
