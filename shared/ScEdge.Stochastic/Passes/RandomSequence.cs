using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The sequence of 16-bit numbers R(t), t = 0..N - 1, that all comparators of a tensor share.
    /// </summary>
    /// <remarks>
    /// <para>Cells: digit d (0 is the most significant) of R(32 b + j) is bit j of the word that lane d + serial x rotation draws at p = 1/2, word b,
    /// counters from (16 b + d) x 16 on.</para>
    /// <para>Shift registers: inputs and errors from one of 16 bits, weights from the upper 16 of one of 17, the seed 1 + (word 0 of the key) mod
    /// (2^width - 1). Sobol: dimension 1 or 2, exclusive or with the lower half of word 0. Ramp: (2 t + 1) 2^(15 - n), or the same with the n =
    /// log2 N digits of t reversed.</para>
    /// </remarks>
    public sealed class RandomSequence
    {
        private const int Digits = BernoulliWord.CounterStride;

        private readonly StreamSource source;
        private readonly CellBank bank;
        private readonly PassSettings settings;
        private readonly uint streamNumber;
        private readonly bool second;
        private readonly LfsrSource register;
        private readonly SobolSource sobol;

        /// <summary>Makes the sequence of a stream.</summary>
        /// <param name="bank">Cells, for <see cref="StreamSource.SharedCells"/>; else null.</param>
        /// <param name="settings">Source, seed and rotation.</param>
        /// <param name="streamNumber">As <see cref="PassKey.StreamNumber"/> returns it.</param>
        /// <param name="operand">Which of the layer's streams.</param>
        public RandomSequence(CellBank bank, PassSettings settings, uint streamNumber, PassOperand operand)
        {
            source = settings.Source;
            this.bank = bank;
            this.settings = settings;
            this.streamNumber = streamNumber;
            second = operand == PassOperand.ForwardWeight || operand == PassOperand.BackwardWeight || operand == PassOperand.GradientError;
            Length = settings.LengthOf(operand);
            register = source == StreamSource.Lfsr ? new LfsrSource(second ? 17 : 16, 1) : null;
            sobol = source == StreamSource.Sobol ? new SobolSource(second ? 2 : 1, 16) : null;
        }

        /// <summary>Gets N, a power of two.</summary>
        public int Length { get; }

        /// <summary>Gets the cells that draw it, or null.</summary>
        public CellBank Bank
        {
            get { return bank; }
        }

        /// <summary>Draws the sequence.</summary>
        /// <param name="serial">Serial number of the image, or of the batch.</param>
        /// <param name="numbers">Receives the N numbers.</param>
        /// <param name="counts">Receives what the cells did.</param>
        public void Fill(uint serial, ushort[] numbers, OperationCounts counts)
        {
            ulong key = PassKey.Of(settings.Seed, streamNumber, serial);
            uint keyLow = (uint)key;
            uint keyHigh = (uint)(key >> 32);
            switch (source)
            {
                case StreamSource.SharedCells:
                    FillFromCells(serial, keyLow, keyHigh, numbers, counts);
                    break;
                case StreamSource.Lfsr:
                    register.Restart(1 + (CounterGenerator.Word(keyLow, keyHigh, 0) % ((1u << register.Width) - 1)));
                    FillFrom(register, register.Width - 16, 0, numbers);
                    break;
                case StreamSource.Sobol:
                    sobol.Reset();
                    FillFrom(sobol, 0, CounterGenerator.Word(keyLow, keyHigh, 0) & 0xFFFF, numbers);
                    break;
                default:
                    FillRamp(numbers);
                    break;
            }
        }

        private static void FillFrom(INumberSource source, int shift, uint digitalShift, ushort[] numbers)
        {
            for (int t = 0; t < numbers.Length; t++)
            {
                numbers[t] = (ushort)((source.Next() >> shift) ^ digitalShift);
            }
        }

        private void FillRamp(ushort[] numbers)
        {
            int digits = 0;
            while (1 << digits < numbers.Length)
            {
                digits++;
            }

            for (int t = 0; t < numbers.Length; t++)
            {
                numbers[t] = (ushort)(((2 * (second ? Reversed(t, digits) : t)) + 1) << (15 - digits));
            }
        }

        private static int Reversed(int value, int digits)
        {
            int reversed = 0;
            for (int d = 0; d < digits; d++)
            {
                reversed |= ((value >> d) & 1) << (digits - 1 - d);
            }

            return reversed;
        }

        private void FillFromCells(uint serial, uint keyLow, uint keyHigh, ushort[] numbers, OperationCounts counts)
        {
            uint firstLane = serial * (uint)settings.LaneRotation % (uint)bank.Lanes;
            for (int t = 0; t < numbers.Length; t++)
            {
                numbers[t] = 0;
            }

            for (int digit = 0; digit < Digits; digit++)
            {
                int lane = (int)(((uint)digit + firstLane) % (uint)bank.Lanes);
                int ones = 0;
                for (int word = 0; word * 32 < Length; word++)
                {
                    int bitsLeft = Length - (word * 32);
                    uint mask = bitsLeft >= 32 ? 0xFFFFFFFFu : (1u << bitsLeft) - 1;
                    uint counter = (uint)(((word * Digits) + digit) * BernoulliWord.CounterStride);
                    uint bits = bank.DrawWord(lane, word, BernoulliWord.One / 2, mask, keyLow, keyHigh, counter, counts);
                    ones += PopulationCount.Of(bits);
                    for (int j = 0; j < 32 && j < bitsLeft; j++)
                    {
                        numbers[(word * 32) + j] |= (ushort)(((bits >> j) & 1) << (Digits - 1 - digit));
                    }
                }

                bank.CountNumber(BernoulliWord.One / 2, Length, ones, counts);
            }
        }
    }
}
