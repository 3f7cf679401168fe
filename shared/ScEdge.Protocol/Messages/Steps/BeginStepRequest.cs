namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Begins a step of a resident network: its rate and the scale of each tensor's gradients.
    /// </summary>
    public sealed class BeginStepRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginStep;

        /// <summary>Index of the step; with the seed it determines every random number.</summary>
        public uint Step;

        /// <summary>Remainder of the learning rate in units of 2^-16, 32769..65536.</summary>
        public uint RateFraction;

        /// <summary>Halvings of the learning rate.</summary>
        public int RateShift;

        /// <summary>How gradients travel.</summary>
        public GradientFormat Format;

        /// <summary>Number of tensors, at most <see cref="MessageLimits.Tensors"/>.</summary>
        public int TensorCount;

        /// <summary>Fraction bits of the gradients of each tensor.</summary>
        public readonly int[] FractionBits = new int[MessageLimits.Tensors];

        /// <summary>Largest magnitude of the integer gradients of each tensor.</summary>
        public readonly uint[] Maxima = new uint[MessageLimits.Tensors];

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Step = fields.UInt32(Step);
            RateFraction = fields.UInt32(RateFraction);
            RateShift = fields.Int32(RateShift);
            Format = (GradientFormat)fields.Byte((int)Format);
            TensorCount = fields.Count(TensorCount, MessageLimits.Tensors);
            fields.Int32s(FractionBits, TensorCount);
            fields.UInt32s(Maxima, TensorCount);
        }
    }

    /// <summary>
    /// How gradients travel.
    /// </summary>
    public enum GradientFormat
    {
        /// <summary>8-bit integers; value x 2^-FractionBits.</summary>
        Int8 = 0,

        /// <summary>16-bit integers; value x 2^-FractionBits.</summary>
        Int16 = 1,

        /// <summary>IEEE single precision, raw bits; the board rounds them stochastically to 16 bits at the given scale.</summary>
        Float32 = 2,
    }
}
