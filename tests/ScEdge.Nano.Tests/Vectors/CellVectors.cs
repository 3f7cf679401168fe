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
            log.Check("exponential and logarithm", 4060809155, Functions());
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
