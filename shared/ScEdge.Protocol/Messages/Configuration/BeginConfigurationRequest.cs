namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Begins a new configuration beside the one in force; nothing changes before it is applied.
    /// </summary>
    public sealed class BeginConfigurationRequest : Message
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginConfiguration;

        /// <summary>Who keeps the registers; one of the two must.</summary>
        public RegisterMode Mode;

        /// <summary>The optimiser: 1 gradient descent, 2 momentum, 3 Adam (hw-docs/optimizers.md).</summary>
        public int Optimizer;

        /// <summary>0 sign-magnitude, 1 bipolar.</summary>
        public int Encoding;

        /// <summary>Seed of every random number of the updates.</summary>
        public ulong Seed;

        /// <summary>Stream length of the gradient, 1..4096 bits.</summary>
        public int GradientLength;

        /// <summary>Stream length of the decay, 1..4096 bits.</summary>
        public int DecayLength;

        /// <summary>Stream length of the change of the weight, 1..4096 bits.</summary>
        public int WeightLength;

        /// <summary>Bits of a weight register, 2..16.</summary>
        public int WeightBits;

        /// <summary>Bits of an auxiliary register, 2..16.</summary>
        public int MomentumBits;

        /// <summary>1 - mu in units of 2^-16, 1..65536.</summary>
        public uint MomentumDecay;

        /// <summary>Weight decay in units of 2^-16, 0..65536.</summary>
        public uint WeightDecay;

        /// <summary>
        /// Whether the remainder of the learning rate is a stream; otherwise the rate must be a power of two.
        /// </summary>
        public bool RateAsStream;

        /// <summary>Lanes advance by this many with every step.</summary>
        public int LaneRotation;

        /// <summary>Adam: the scale decays by 2^-ScaleShift in a step.</summary>
        public int ScaleShift;

        /// <summary>Lanes of a bank of cells; a tensor may have its own number.</summary>
        public int Lanes;

        /// <summary>Cells of a lane, 1..4096.</summary>
        public int CellsPerLane;

        /// <summary>Whether one cell takes all pulses of a number in turn.</summary>
        public bool SerialWrite;

        /// <summary>Standard deviation of ln tau from cell to cell.</summary>
        public double DeviceToDevice;

        /// <summary>Seed of the cells' strengths.</summary>
        public ulong DeviceToDeviceSeed;

        /// <summary>Standard deviation of ln tau from pulse to pulse.</summary>
        public double CycleToCycle;

        /// <summary>Bits of the drive's converter, 0 for none.</summary>
        public int DriveBits;

        /// <summary>Offset of the drive in units of V0.</summary>
        public double DriveOffset;

        /// <summary>Fraction of cells stuck at one.</summary>
        public double StuckSet;

        /// <summary>Seed of their draw.</summary>
        public ulong StuckSetSeed;

        /// <summary>Fraction of cells stuck at zero.</summary>
        public double StuckReset;

        /// <summary>Seed of their draw.</summary>
        public ulong StuckResetSeed;

        /// <summary>ln of the factor on the hazard after a SET.</summary>
        public double ResidualFilament;

        /// <summary>Probability that a read finds set what was not.</summary>
        public double ReadDisturb;

        /// <summary>Loss of drive at the end of the rated life in units of V0.</summary>
        public double Wear;

        /// <summary>Rated life of a cell in cycles.</summary>
        public long EnduranceCycles;

        /// <inheritdoc/>
        protected override void Walk(MessageFields fields)
        {
            Mode = (RegisterMode)fields.Byte((int)Mode);
            Optimizer = fields.Byte(Optimizer);
            Encoding = fields.Byte(Encoding);
            Seed = fields.UInt64(Seed);
            GradientLength = fields.UInt16(GradientLength);
            DecayLength = fields.UInt16(DecayLength);
            WeightLength = fields.UInt16(WeightLength);
            WeightBits = fields.Byte(WeightBits);
            MomentumBits = fields.Byte(MomentumBits);
            MomentumDecay = fields.UInt32(MomentumDecay);
            WeightDecay = fields.UInt32(WeightDecay);
            RateAsStream = fields.Boolean(RateAsStream);
            LaneRotation = fields.Int32(LaneRotation);
            ScaleShift = fields.Byte(ScaleShift);
            Lanes = fields.Int32(Lanes);
            CellsPerLane = fields.Int32(CellsPerLane);
            SerialWrite = fields.Boolean(SerialWrite);
            DeviceToDevice = fields.Double(DeviceToDevice);
            DeviceToDeviceSeed = fields.UInt64(DeviceToDeviceSeed);
            CycleToCycle = fields.Double(CycleToCycle);
            DriveBits = fields.Byte(DriveBits);
            DriveOffset = fields.Double(DriveOffset);
            StuckSet = fields.Double(StuckSet);
            StuckSetSeed = fields.UInt64(StuckSetSeed);
            StuckReset = fields.Double(StuckReset);
            StuckResetSeed = fields.UInt64(StuckResetSeed);
            ResidualFilament = fields.Double(ResidualFilament);
            ReadDisturb = fields.Double(ReadDisturb);
            Wear = fields.Double(Wear);
            EnduranceCycles = fields.Int64(EnduranceCycles);
        }
    }
}
