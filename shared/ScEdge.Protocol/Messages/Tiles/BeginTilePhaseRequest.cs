namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Begins a phase; tiles follow, in any order, each as often as one likes.
    /// </summary>
    public sealed class BeginTilePhaseRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginTilePhase;

        /// <summary>The value of <see cref="Phase"/> for the shift of the auxiliary registers to their new scale.</summary>
        public const int Rescale = 255;

        /// <summary>Phase, 0 first; <see cref="Rescale"/> before it, if a shift is due.</summary>
        public int Phase;

        /// <summary>
        /// Largest magnitude of the registers that each phase leaves, as known so far; the last one is that of the weights.
        /// </summary>
        public readonly uint[] Maxima = new uint[MessageLimits.Phases];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Phase = fields.Byte(Phase);
            fields.UInt32s(Maxima, Maxima.Length);
        }
    }

    /// <summary>
    /// The board is ready for tiles.
    /// </summary>
    public sealed class BeginTilePhaseResponse : Message
    {
        /// <summary>Fraction bits of the auxiliary registers in this phase.</summary>
        public int AuxiliaryFractionBits;

        /// <summary>Arrays that a tile must carry: bit 0 gradients, 1 weights, 2 and 3 auxiliary registers.</summary>
        public int Inputs;

        /// <summary>Arrays that come back, bits as above.</summary>
        public int Outputs;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            AuxiliaryFractionBits = fields.Int32(AuxiliaryFractionBits);
            Inputs = fields.Byte(Inputs);
            Outputs = fields.Byte(Outputs);
        }
    }
}
