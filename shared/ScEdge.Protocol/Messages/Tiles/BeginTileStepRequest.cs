namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Begins a step of one tensor whose registers the host keeps.
    /// </summary>
    public sealed class BeginTileStepRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginTileStep;

        /// <summary>Number of the tensor on this board.</summary>
        public int Tensor;

        /// <summary>Index of the step.</summary>
        public uint Step;

        /// <summary>Remainder of the learning rate in units of 2^-16, 32769..65536.</summary>
        public uint RateFraction;

        /// <summary>Halvings of the learning rate.</summary>
        public int RateShift;

        /// <summary>Largest magnitude of the tensor's integer gradients.</summary>
        public uint GradientMaximum;

        /// <summary>Fraction bits of the gradients.</summary>
        public int GradientFractionBits;

        /// <summary>Fraction bits of the auxiliary registers; -2^31 before the first gradient.</summary>
        public int AuxiliaryFractionBits;

        /// <summary>
        /// Largest magnitude of the registers that each phase leaves, as known so far; the last one is that of the weights.
        /// </summary>
        public readonly uint[] Maxima = new uint[MessageLimits.Phases];

        /// <summary>Age of the tensor's cells; cycles.</summary>
        public long CellCycles;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Tensor = fields.Byte(Tensor);
            Step = fields.UInt32(Step);
            RateFraction = fields.UInt32(RateFraction);
            RateShift = fields.Int32(RateShift);
            GradientMaximum = fields.UInt32(GradientMaximum);
            GradientFractionBits = fields.Int32(GradientFractionBits);
            AuxiliaryFractionBits = fields.Int32(AuxiliaryFractionBits);
            fields.UInt32s(Maxima, Maxima.Length);
            CellCycles = fields.Int64(CellCycles);
        }
    }

    /// <summary>
    /// The board knows the scales.
    /// </summary>
    public sealed class BeginTileStepResponse : Message
    {
        /// <summary>
        /// How the auxiliary registers must be shifted before the first phase: -1 halved, 1 doubled, 0 not at all.
        /// </summary>
        public int RescaleShift;

        /// <summary>Fraction bits of the auxiliary registers from now on, where they had some.</summary>
        public int AuxiliaryFractionBits;

        /// <summary>What the circuit did for the whole tensor.</summary>
        public readonly uint[] Counts = new uint[MessageLimits.Counts];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            RescaleShift = fields.Int32(RescaleShift);
            AuxiliaryFractionBits = fields.Int32(AuxiliaryFractionBits);
            fields.UInt32s(Counts, Counts.Length);
        }
    }
}
