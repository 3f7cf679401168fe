namespace ScEdge.Protocol.Messages.Configuration
{
    /// <summary>
    /// Begins a new configuration beside the one in force; nothing changes before it is applied.
    /// </summary>
    public sealed class BeginConfigurationRequest
    {
        /// <summary>Code of the message.</summary>
        public const MessageCode Code = MessageCode.BeginConfiguration;

        /// <summary>1 resident: the board keeps the registers; 2 tiled: the host does.</summary>
        public int Mode;

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

        /// <summary>Writes the fields.</summary>
        public void Write(MessageWriter writer)
        {
            writer.WriteByte(Mode);
            writer.WriteByte(Optimizer);
            writer.WriteByte(Encoding);
            writer.WriteUInt64(Seed);
            writer.WriteUInt16(GradientLength);
            writer.WriteUInt16(DecayLength);
            writer.WriteUInt16(WeightLength);
            writer.WriteByte(WeightBits);
            writer.WriteByte(MomentumBits);
            writer.WriteUInt32(MomentumDecay);
            writer.WriteUInt32(WeightDecay);
            writer.WriteBoolean(RateAsStream);
            writer.WriteInt32(LaneRotation);
            writer.WriteByte(ScaleShift);
            writer.WriteInt32(Lanes);
            writer.WriteInt32(CellsPerLane);
            writer.WriteBoolean(SerialWrite);
            writer.WriteDouble(DeviceToDevice);
            writer.WriteUInt64(DeviceToDeviceSeed);
            writer.WriteDouble(CycleToCycle);
            writer.WriteByte(DriveBits);
            writer.WriteDouble(DriveOffset);
            writer.WriteDouble(StuckSet);
            writer.WriteUInt64(StuckSetSeed);
            writer.WriteDouble(StuckReset);
            writer.WriteUInt64(StuckResetSeed);
            writer.WriteDouble(ResidualFilament);
            writer.WriteDouble(ReadDisturb);
            writer.WriteDouble(Wear);
            writer.WriteInt64(EnduranceCycles);
        }

        /// <summary>Reads the fields.</summary>
        /// <returns>Whether they are all there.</returns>
        public bool Read(MessageReader reader)
        {
            Mode = reader.ReadByte();
            Optimizer = reader.ReadByte();
            Encoding = reader.ReadByte();
            Seed = reader.ReadUInt64();
            GradientLength = reader.ReadUInt16();
            DecayLength = reader.ReadUInt16();
            WeightLength = reader.ReadUInt16();
            WeightBits = reader.ReadByte();
            MomentumBits = reader.ReadByte();
            MomentumDecay = reader.ReadUInt32();
            WeightDecay = reader.ReadUInt32();
            RateAsStream = reader.ReadBoolean();
            LaneRotation = reader.ReadInt32();
            ScaleShift = reader.ReadByte();
            Lanes = reader.ReadInt32();
            CellsPerLane = reader.ReadInt32();
            SerialWrite = reader.ReadBoolean();
            DeviceToDevice = reader.ReadDouble();
            DeviceToDeviceSeed = reader.ReadUInt64();
            CycleToCycle = reader.ReadDouble();
            DriveBits = reader.ReadByte();
            DriveOffset = reader.ReadDouble();
            StuckSet = reader.ReadDouble();
            StuckSetSeed = reader.ReadUInt64();
            StuckReset = reader.ReadDouble();
            StuckResetSeed = reader.ReadUInt64();
            ResidualFilament = reader.ReadDouble();
            ReadDisturb = reader.ReadDouble();
            Wear = reader.ReadDouble();
            EnduranceCycles = reader.ReadInt64();
            return !reader.HasFailed;
        }
    }
}
