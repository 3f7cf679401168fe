using ScEdge.Stochastic.Serialization;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// What a bank of CBRAM cells is made of, in the dimensionless terms in which the switching law acts.
    /// </summary>
    /// <remarks>
    /// With P(t) = 1 - exp(-t / tau) and tau = tau0 exp(-V / V0), everything that device and drive do to a pulse is a
    /// factor on its hazard h = T / tau, so volts enter only as V / V0. Every effect is off at its default, zero; with
    /// all of them off the bank is ideal and its bits are those of <see cref="BernoulliWord"/>. Cells that two constants do not
    /// describe have a <see cref="Law"/>, and drive errors are in volts.
    /// </remarks>
    public sealed class CellBankSettings
    {
        private const int DroopFollows = 32;
        private const int MoreFollows = 64;
        private const int LawFollows = 128;

        /// <summary>Lanes: groups of cells that make one number each; 1 or more.</summary>
        public int Lanes = 1;

        /// <summary>Cells of a lane: the longest stream that one group write can make; 1..4096.</summary>
        public int CellsPerLane = 32;

        /// <summary>
        /// Whether one cell of the lane takes all pulses of a number in turn, instead of one pulse for each of N cells.
        /// </summary>
        public bool SerialWrite;

        /// <summary>Standard deviation of ln tau from cell to cell.</summary>
        public double DeviceToDevice;

        /// <summary>Seed of the draw that makes each cell as strong as it is.</summary>
        public ulong DeviceToDeviceSeed;

        /// <summary>Standard deviation of ln tau from pulse to pulse, independent for every pulse.</summary>
        public double CycleToCycle;

        /// <summary>Bits of the converter that sets the drive, 1..16; 0 for a drive without steps.</summary>
        public int DriveBits;

        /// <summary>Offset of the drive voltage in units of V0, ln of the factor on every hazard; in volts where there is a law.</summary>
        public double DriveOffset;

        /// <summary>Fraction of cells that always read one.</summary>
        public double StuckSet;

        /// <summary>Seed of the draw of the cells that always read one.</summary>
        public ulong StuckSetSeed;

        /// <summary>Fraction of cells that always read zero; below 1 together with the other.</summary>
        public double StuckReset;

        /// <summary>Seed of the draw of the cells that always read zero.</summary>
        public ulong StuckResetSeed;

        /// <summary>
        /// ln of the factor on the hazard of the pulse after a SET: RESET left a stub of the filament behind.
        /// </summary>
        public double ResidualFilament;

        /// <summary>Probability that a read finds set a cell that the pulse had not switched.</summary>
        public double ReadDisturb;

        /// <summary>
        /// Loss of drive at the end of the rated life in units of V0, in volts where there is a law; grows in proportion to the cycles.
        /// </summary>
        public double Wear;

        /// <summary>Rated life of a cell in SET/RESET cycles; 0 where wear is off.</summary>
        public long EnduranceCycles;

        /// <summary>Standard deviation of the drive's drift (<see cref="DriftProcess"/>) in units of V0, in volts where there is a law.</summary>
        public double DriveDrift;

        /// <summary>Seed of the drift.</summary>
        public ulong DriveDriftSeed;

        /// <summary>Probability that a read finds reset a cell that the pulse had switched; at most 1 together with the disturbed reads.</summary>
        public double ReadMiss;

        /// <summary>
        /// Drive that the last cell of a lane has less than the first, the others in proportion to their place, in units of V0, in volts where there
        /// is a law; not together with a spread from cell to cell.
        /// </summary>
        public double LineDrop;

        /// <summary>
        /// Drive that the cells of a lane lose in a SET pulse where all of them conduct, in proportion to their share before; in units of V0.
        /// </summary>
        /// <remarks>Not together with a law; 0 in serial write, where no other cell of the lane has a pulse.</remarks>
        public double SetDroop;

        /// <summary>Drive and cell where two constants do not describe them; null where they do.</summary>
        public DriveLaw Law;

        /// <summary>Returns whether cells differ, each having one of the <see cref="CellClasses"/>.</summary>
        public bool HasClasses()
        {
            return DeviceToDevice + LineDrop > 0.0;
        }

        /// <summary>Passes over the fields in their order on a line.</summary>
        public void Visit(SettingsBytes bytes)
        {
            Lanes = bytes.Int32(Lanes);
            CellsPerLane = bytes.Int32(CellsPerLane);
            SerialWrite = bytes.Boolean(SerialWrite);
            DeviceToDevice = bytes.Double(DeviceToDevice);
            DeviceToDeviceSeed = bytes.UInt64(DeviceToDeviceSeed);
            CycleToCycle = bytes.Double(CycleToCycle);

            // Later effects and a law stand behind all else. Boards that know of none refuse so many bits instead of training without them.
            int drive = bytes.Byte(DriveBits + (SetDroop == 0.0 ? 0 : DroopFollows) + (DriveDrift + ReadMiss + LineDrop == 0.0 ? 0 : MoreFollows)
                + (Law == null ? 0 : LawFollows));
            DriveBits = drive % DroopFollows;
            DriveOffset = bytes.Double(DriveOffset);
            StuckSet = bytes.Double(StuckSet);
            StuckSetSeed = bytes.UInt64(StuckSetSeed);
            StuckReset = bytes.Double(StuckReset);
            StuckResetSeed = bytes.UInt64(StuckResetSeed);
            ResidualFilament = bytes.Double(ResidualFilament);
            ReadDisturb = bytes.Double(ReadDisturb);
            Wear = bytes.Double(Wear);
            EnduranceCycles = bytes.Int64(EnduranceCycles);
            if ((drive & MoreFollows) != 0)
            {
                DriveDrift = bytes.Double(DriveDrift);
                DriveDriftSeed = bytes.UInt64(DriveDriftSeed);
                ReadMiss = bytes.Double(ReadMiss);
                LineDrop = bytes.Double(LineDrop);
            }

            if ((drive & DroopFollows) != 0)
            {
                SetDroop = bytes.Double(SetDroop);
            }

            if (drive >= LawFollows)
            {
                Law = Law ?? new DriveLaw();
                Law.Visit(bytes);
            }
        }
    }
}
