using ScEdge.Stochastic.Cbram;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Bits and counts of banks of cells, one effect after the other.
    /// </summary>
    public static class CellVectors
    {
        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.Check("ideal cells", 2059055332, Bits(new CellBankSettings()));
            CellBankSettings settings = new CellBankSettings();
            settings.DeviceToDevice = 0.3;
            log.Check("device-to-device", 1745743666, Bits(settings));
            settings = new CellBankSettings();
            settings.CycleToCycle = 0.2;
            settings.DriveOffset = 0.1;
            log.Check("cycle-to-cycle and offset", 1192176170, Bits(settings));
            settings = new CellBankSettings();
            settings.DriveBits = 6;
            log.Check("drive bits", 321691338, Bits(settings));
            settings = new CellBankSettings();
            settings.StuckSet = 0.1;
            settings.StuckReset = 0.1;
            log.Check("stuck cells", 1367906582, Bits(settings));
            settings = new CellBankSettings();
            settings.ResidualFilament = 0.5;
            settings.ReadDisturb = 0.01;
            settings.SerialWrite = true;
            log.Check("residual filament, one cell", 1401799922, Bits(settings));
            settings = new CellBankSettings();
            settings.Wear = 1.0;
            settings.EnduranceCycles = 100;
            log.Check("wear", 41204716, Bits(settings));
            settings = new CellBankSettings();
            settings.DriveDrift = 0.4;
            settings.DriveDriftSeed = 3;
            settings.ReadMiss = 0.05;
            log.Check("drift and missed reads", 1953761707, Bits(settings));
            settings = new CellBankSettings();
            settings.LineDrop = 0.5;
            log.Check("drop along the line", 2162307846, Bits(settings));
            settings = new CellBankSettings();
            settings.SetDroop = 0.64;
            log.Check("droop", 3146488106, Bits(settings));
            settings.DriveOffset = 0.2;
            settings.LineDrop = 0.5;
            settings.ResidualFilament = 0.3;
            log.Check("droop of a drive that is off, other effects on it", 1624728998, Bits(settings));
            log.Check("exponential and logarithm", 4060809155, Functions());
            settings = new CellBankSettings();
            settings.DeviceToDevice = 0.3;
            settings.DriveOffset = -0.19;
            settings.Law = Law();
            log.Check("table of waits, offset, spread", 2862822154, Bits(settings));
            settings = new CellBankSettings();
            settings.DriveBits = 6;
            settings.CycleToCycle = 0.2;
            settings.Law = Law();
            int[] reach = { -25165824, -1048576, 3145728 };
            int[] hazards = { -20971520, -1363149, 2097152 };
            settings.Law.Waits = new BrokenLine(reach, hazards);
            int[] wanted = { -12582912, 3145728 };
            int[] volts = { 2516582, 4404019 };
            settings.Law.Drive = new BrokenLine(wanted, volts);
            log.Check("waits, steps and another drive of a law", 1289051840, Bits(settings));
        }

        /// <summary>Waits of 15.3, 1.2 and 0.029 ms at 2.6, 3.2 and 3.6 V under pulses of 1 us; a spread that grows with the voltage.</summary>
        private static DriveLaw Law()
        {
            DriveLaw law = new DriveLaw();
            int[] volts = { 2726298, 3355443, 3774874 };
            int[] reach = { -10103914, -7434523, -3530810 };
            law.Reach = new BrokenLine(volts, reach);
            int[] ends = { 2097152, 5242880 };
            int[] spreads = { 0, 524288 };
            law.Spread = new BrokenLine(ends, spreads);
            return law;
        }

        private static Digest Bits(CellBankSettings settings)
        {
            settings.Lanes = 3;
            settings.CellsPerLane = 64;
            CellBank bank = new CellBank(settings, 2);
            OperationCounts counts = new OperationCounts();
            Digest digest = new Digest();
            for (uint i = 0; i < 60; i++)
            {
                bank.BeginStep(i * 7);
                digest.Add(bank.CountOnes((int)(i % 3), i * 1110, 1 + (int)i, 0x1234567 + i, 0x89ABCDE, i * 32, counts));
                bank.Age(5);
            }

            digest.Add(counts.RandomWords);
            digest.Add(counts.SetEvents);
            return digest;
        }

        private static Digest Functions()
        {
            Digest digest = new Digest();
            for (int i = 1; i < 60; i++)
            {
                digest.Add(Elementary.Exp((i - 30) * 1.7));
                digest.Add(Elementary.ExpMinusOne((i - 30) * 0.013));
                digest.Add(Elementary.Log(i * 0.37));
                digest.Add(Elementary.LogOnePlus((i - 30) * 0.011));
            }

            return digest;
        }
    }
}
