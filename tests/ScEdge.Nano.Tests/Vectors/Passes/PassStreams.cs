using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Nano.Tests.Vectors.Passes
{
    /// <summary>
    /// Numbers of tensors, and what makes streams of them: inputs of the forward pass by cells that are alike, the others by cells of spread.
    /// </summary>
    public static class PassStreams
    {
        /// <summary>Makes the maker of a stream: of own bits, or of one sequence.</summary>
        public static IStreamMaker Maker(StreamSource source, PassOperand operand)
        {
            PassSettings settings = Settings(source);
            return settings.HasOwnBits
                ? new CellStreamMaker(
                    Bank(operand == PassOperand.ForwardInput || source == StreamSource.Counter ? 0.0 : 0.3),
                    settings,
                    PassKey.StreamNumber(PassKey.TrainingStream, 2, operand),
                    settings.LengthOf(operand))
                : (IStreamMaker)new SequenceStreamMaker(Sequence(source, operand));
        }

        /// <summary>Makes the sequence of a stream.</summary>
        public static RandomSequence Sequence(StreamSource source, PassOperand operand)
        {
            uint streamNumber = PassKey.StreamNumber(PassKey.InferenceStream, 5, operand);
            return new RandomSequence(source == StreamSource.SharedCells ? Bank(0.3) : null, Settings(source), streamNumber, operand);
        }

        /// <summary>Returns signed numbers of 15 bits, an eighth of them zero.</summary>
        public static int[] Numbers(int count, uint stream)
        {
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++)
            {
                uint word = CounterGenerator.Word(stream, 91, (uint)i);
                int magnitude = (word & 7) == 0 ? 0 : (int)(word >> 17);
                numbers[i] = (word & 8) != 0 ? -magnitude : magnitude;
            }

            return numbers;
        }

        private static PassSettings Settings(StreamSource source)
        {
            PassSettings settings = new PassSettings();
            settings.Seed = 0xFEDCBA9876543210UL;
            settings.Source = source;
            settings.ForwardLength = 64;
            settings.GradientLength = 16;
            settings.LaneRotation = 19;
            return settings;
        }

        private static CellBank Bank(double deviceToDevice)
        {
            CellBankSettings settings = new CellBankSettings();
            settings.Lanes = 7;
            settings.CellsPerLane = 64;
            settings.DeviceToDevice = deviceToDevice;
            return new CellBank(settings, 3);
        }
    }
}
