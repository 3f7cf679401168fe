namespace ScEdge.Protocol.Messages.Steps
{
    /// <summary>
    /// Begins a step of a resident network: its rate and the scale of each tensor's gradients.
    /// </summary>
    public sealed class BeginStepRequest
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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteUInt32(Step);
            writer.WriteUInt32(RateFraction);
            writer.WriteInt32(RateShift);
            writer.WriteByte((int)Format);
            writer.WriteByte(TensorCount);
            writer.WriteInt32s(FractionBits, TensorCount);
            writer.WriteUInt32s(Maxima, TensorCount);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Step = reader.ReadUInt32();
            RateFraction = reader.ReadUInt32();
            RateShift = reader.ReadInt32();
            Format = (GradientFormat)reader.ReadByte();
            TensorCount = reader.ReadCount(MessageLimits.Tensors);
            reader.ReadInt32s(FractionBits, TensorCount);
            reader.ReadUInt32s(Maxima, TensorCount);
            return !reader.HasFailed;
        }
    }
}
