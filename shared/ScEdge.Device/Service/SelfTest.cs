using ScEdge.Entropy.Sources;
using ScEdge.Protocol.Framing;
using ScEdge.Protocol.Messages.Service;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Device.Service
{
    /// <summary>
    /// Compares what this runtime computes with what every runtime must compute.
    /// </summary>
    internal static class SelfTest
    {
        private const int Parameters = 16;

        // What the desktop computes in stream format 2: a new version renews both (hw-docs/stream-format.md).
        private const uint ExpectedWord = 0xF8D8660B;
        private const uint ExpectedRegisters = 0x0D639164;

        /// <summary>Tests the arithmetic.</summary>
        /// <returns>What failed.</returns>
        public static SelfTests RunArithmetic()
        {
            // "123456789", whose check every description of a CRC gives.
            byte[] digits = new byte[9];
            for (int i = 0; i < digits.Length; i++)
            {
                digits[i] = (byte)('1' + i);
            }

            SelfTests failed = Crc32.Of(digits, 0, digits.Length) == 0xCBF43926u ? SelfTests.None : SelfTests.Check;
            ulong key = CounterGenerator.Key(1, 2, 3);
            failed |= CounterGenerator.Word((uint)key, (uint)(key >> 32), 4) == ExpectedWord ? SelfTests.None : SelfTests.Words;
            return failed | (TrainedCheck() == ExpectedRegisters ? SelfTests.None : SelfTests.Optimizer);
        }

        /// <summary>Tests the entropy sources: none may be failing or stand still.</summary>
        public static bool AreSourcesAlive(IEntropySource[] sources)
        {
            for (int i = 0; i < sources.Length; i++)
            {
                uint first = sources[i].NextWord();
                bool changes = false;
                for (int j = 0; j < 8; j++)
                {
                    changes |= sources[i].NextWord() != first;
                }

                if (!changes || sources[i].Quality == EntropyQuality.Failing)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>CRC-32 of the weights after three steps of momentum on cells of unequal strength.</summary>
        private static uint TrainedCheck()
        {
            CellBankSettings cells = new CellBankSettings();
            cells.Lanes = 3;
            cells.DeviceToDevice = 0.3;
            MomentumOptimizer optimizer = new MomentumOptimizer(new OptimizerSettings(), 0, Parameters, 14, new CellBank(cells, 0));
            OperationCounts counts = new OperationCounts();
            short[] gradients = new short[Parameters];
            for (uint step = 0; step < 3; step++)
            {
                for (int i = 0; i < Parameters; i++)
                {
                    gradients[i] = (short)((i * 977) - 7000);
                }

                optimizer.BeginStep(step, 7655, 14, new LearningRate(1u << 16, 2), counts);
                for (int phase = 0; phase < optimizer.PhaseCount; phase++)
                {
                    optimizer.BeginPhase(phase);
                    optimizer.EndPhase(phase, optimizer.RunPhase(phase, gradients, 0, Parameters, counts));
                }
            }

            byte[] bytes = new byte[2 * Parameters];
            for (int i = 0; i < Parameters; i++)
            {
                LittleEndian.WriteUInt16(bytes, 2 * i, optimizer.Weights[i]);
            }

            return Crc32.Of(bytes, 0, bytes.Length);
        }
    }
}
