namespace ScEdge.Protocol.Messages.Tiles
{
    /// <summary>
    /// Begins a step of one tensor whose registers the host keeps.
    /// </summary>
    public sealed class BeginTileStepRequest
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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Tensor);
            writer.WriteUInt32(Step);
            writer.WriteUInt32(RateFraction);
            writer.WriteInt32(RateShift);
            writer.WriteUInt32(GradientMaximum);
            writer.WriteInt32(GradientFractionBits);
            writer.WriteInt32(AuxiliaryFractionBits);
            writer.WriteUInt32s(Maxima, Maxima.Length);
            writer.WriteInt64(CellCycles);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Tensor = reader.ReadByte();
            Step = reader.ReadUInt32();
            RateFraction = reader.ReadUInt32();
            RateShift = reader.ReadInt32();
            GradientMaximum = reader.ReadUInt32();
            GradientFractionBits = reader.ReadInt32();
            AuxiliaryFractionBits = reader.ReadInt32();
            reader.ReadUInt32s(Maxima, Maxima.Length);
            CellCycles = reader.ReadInt64();
            return !reader.HasFailed;
        }
    }
}
