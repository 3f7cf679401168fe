using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors
{
    /// <summary>
    /// Registers and counts after four steps of every optimiser.
    /// </summary>
    public static class OptimizerVectors
    {
        private const int Length = 150;

        /// <summary>Runs the cases.</summary>
        public static void Run(VectorLog log)
        {
            log.Check("sgd", 1996207049, Steps("sgd", UpdateEncoding.SignMagnitude, false, 0.0, false));
            log.Check("momentum", 2373365813, Steps("momentum", UpdateEncoding.SignMagnitude, false, 0.0, false));
            log.Check("adam", 1491142374, Steps("adam", UpdateEncoding.SignMagnitude, false, 0.0, false));
            log.Check("momentum, bipolar", 542761195, Steps("momentum", UpdateEncoding.Bipolar, false, 0.0, false));
            log.Check("momentum, rate stream", 3384759483, Steps("momentum", UpdateEncoding.SignMagnitude, true, 0.0, false));
            log.Check("momentum, spread", 4051917077, Steps("momentum", UpdateEncoding.SignMagnitude, false, 0.3, false));
            log.Check("adam, spread", 3093498817, Steps("adam", UpdateEncoding.SignMagnitude, false, 0.3, false));
            log.Check("sgd, counted gradients", 133687406, Steps("sgd", UpdateEncoding.SignMagnitude, false, 0.3, true));
            log.Check("momentum, counted gradients", 1705403203, Steps("momentum", UpdateEncoding.SignMagnitude, false, 0.0, true));
        }

        private static Digest Steps(string kind, UpdateEncoding encoding, bool rateStream, double deviceToDevice, bool counted)
        {
            OptimizerSettings settings = new OptimizerSettings();
            settings.Seed = 42;
            settings.Encoding = encoding;
            settings.RateAsStream = rateStream;
            settings.DecayLength = 8;
            settings.WeightLength = 40;
            settings.WeightDecay = 100;
            settings.CountedGradients = counted;
            CellBankSettings cells = new CellBankSettings();
            cells.Lanes = 13;
            cells.CellsPerLane = 64;
            cells.DeviceToDevice = deviceToDevice;
            CellBank bank = new CellBank(cells, 1);
            TensorOptimizer optimizer = kind == "sgd" ? new SgdOptimizer(settings, 2, Length, 14, bank)
                : kind == "momentum" ? (TensorOptimizer)new MomentumOptimizer(settings, 2, Length, 14, bank)
                : new AdamOptimizer(settings, 2, Length, 14, bank);
            LearningRate rate = rateStream ? new LearningRate(50000, 5) : new LearningRate(1u << 16, 5);
            OperationCounts counts = new OperationCounts();
            Digest digest = new Digest();
            for (uint step = 0; step < 4; step++)
            {
                short[] gradients = Gradients(step);

                // Counts go into their register by a shift, to the right at first and to the left in the end.
                int fractionBits = counted ? 16 - (4 * (int)step) : 16;
                if (counted)
                {
                    digest.Add(optimizer.FinestGradient(rate));
                }

                optimizer.BeginStep(step, RegisterScale.MaximumOf(gradients), fractionBits, rate, counts);
                for (int phase = 0; phase < optimizer.PhaseCount; phase++)
                {
                    optimizer.BeginPhase(phase);
                    optimizer.EndPhase(phase, optimizer.RunPhase(phase, gradients, 0, Length, counts));
                }
            }

            digest.Add(optimizer.Weights);
            for (int i = 0; optimizer.Auxiliary(i) != null; i++)
            {
                digest.Add(optimizer.Auxiliary(i));
            }

            digest.Add(counts.RandomWords);
            digest.Add(counts.SetEvents);
            digest.Add(counts.SetPulses);
            digest.Add(counts.LaneCycles);
            return digest;
        }

        private static short[] Gradients(uint step)
        {
            short[] values = new short[Length];
            for (int i = 0; i < Length; i++)
            {
                uint word = CounterGenerator.Word(100 + step, 77, (uint)i);
                int magnitude = (int)(word >> 17) >> (int)(word & 7);
                values[i] = (short)((word & 128) != 0 ? -magnitude : magnitude);
            }

            return values;
        }
    }
}
