using ScEdge.Device.Cells;
using ScEdge.Entropy.Calibration;
using ScEdge.Entropy.Health;
using ScEdge.Entropy.Monitoring;
using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Sources of entropy, cutoffs of the health tests, calibration tables.
    /// </summary>
    public static class EntropyVectors
    {
        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.Check("cutoffs", 2420837880, Cutoffs());
            log.Check("monitored words", 847134620, MonitoredWords());
            log.Check("emulated cells", 4018131792, EmulatedCells());
            log.Check("calibration table", 2086430135, Table());
        }

        private static Digest Cutoffs()
        {
            Digest digest = new Digest();
            for (uint minEntropy = 30000; minEntropy <= MinEntropy.Full; minEntropy += 35536)
            {
                digest.Add(new RepetitionCountTest(minEntropy, 25).Cutoff);
                digest.Add(new AdaptiveProportionTest(minEntropy, 25).Cutoff);
                digest.Add(new RepeatedWordTest(minEntropy, 25).Cutoff);
            }

            return digest;
        }

        private static Digest MonitoredWords()
        {
            ReplaySource source = new ReplaySource(3, 4);
            EntropyMonitor monitor = new EntropyMonitor(new IEntropySource[] { source }, FailurePolicy.Stop, 20);
            Digest digest = new Digest();
            for (int i = 0; i < 100; i++)
            {
                digest.Add(monitor.NextWord());
            }

            return digest;
        }

        private static Digest EmulatedCells()
        {
            CellBankSettings settings = new CellBankSettings();
            settings.DeviceToDevice = 0.2;
            EmulatedCbram source = new EmulatedCbram(new ReplaySource(1, 2), new CellBank(settings, 0), MinEntropy.Full);
            Digest digest = new Digest();
            for (int i = 0; i < 100; i++)
            {
                digest.Add(source.NextWord((uint)i * 660, 1 + (i % 32)));
            }

            return digest;
        }

        private static Digest Table()
        {
            int[] millivolts = { 3690, 3780, 3880, 3950, 4060, 4100, 4160, 4210, 4280 };
            byte[] kept = CalibrationTableCodec.Encode(new CalibrationTable(millivolts, 2000), 5);
            CalibrationTable table = CalibrationTableCodec.Decode(kept, 5);
            Digest digest = new Digest();
            for (uint probability = 100; probability < 65536; probability += 1997)
            {
                digest.Add(table.MillivoltsFor(probability));
                digest.Add(table.Bound(probability));
            }

            digest.Add(Crc32.Of(kept, 0, kept.Length));
            return digest;
        }
    }
}
