using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Passes.Rounding
{
    /// <summary>
    /// A product layer in fixed point: exact products and sums of binary integers, each sum rounded stochastically once.
    /// </summary>
    /// <remarks>
    /// <para>A sum of products of <see cref="RoundedOperand"/> has the unit Sa Sb 2^-30. It is rounded to the one that a one in the counter of
    /// streams of N = 2^n bits has, Sa Sb 2^-n, so that whatever follows is the same: the mean is the exact sum and the variance at most a
    /// quarter of that unit squared, where independent streams have N pa pb (1 - pa pb) for every product.</para>
    /// <para>These are the plain definitions; the host's kernels repeat them.</para>
    /// </remarks>
    public static class RoundedLayer
    {
        /// <summary>Most digits by which a gradient can lie below the step of its counter; beyond them nothing is counted, as with streams.</summary>
        public const int MostThinning = 16;

        /// <summary>Returns the digits that a sum of products drops.</summary>
        /// <param name="length">N, a power of two, 8 to 4096.</param>
        public static int DroppedDigits(int length)
        {
            return (2 * RoundedOperand.Digits) - Log2(length);
        }

        /// <summary>Computes the rounded sums of all windows, in the unit of counts.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="inputs">Integers of the input map.</param>
        /// <param name="weights">Integers of the weights.</param>
        /// <param name="length">N: the outputs have the unit of counts of N bits.</param>
        /// <param name="key">Key of the random words; output i takes the one at counter i.</param>
        /// <param name="outputs">Receives the outputs.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public static void Forward(
            WindowShape shape, short[] inputs, short[] weights, int length, ulong key, int[] outputs, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            for (int number = 0; number < shape.OutputCount; number++)
            {
                int output = number / positions;
                long sum = 0;
                for (int tap = 0; tap < taps; tap++)
                {
                    int index = shape.InputIndex(number % positions, tap);
                    sum += index < 0 ? 0 : inputs[index] * weights[(output * taps) + tap];
                }

                outputs[number] = StochasticRounding.Of(sum, DroppedDigits(length), Word(key, number));
            }

            counts.Multiplications += shape.Products;
            counts.RandomWords += shape.OutputCount;
        }

        /// <summary>Computes the errors of the inputs: rounded sums over all outputs and windows that an input took part in.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="errors">Integers of the outputs' errors.</param>
        /// <param name="weights">Integers of the weights.</param>
        /// <param name="length">N, as in <see cref="Forward"/>.</param>
        /// <param name="key">Key of the random words; input i takes the one at counter i.</param>
        /// <param name="inputErrors">Receives the errors.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public static void Backward(
            WindowShape shape, short[] errors, short[] weights, int length, ulong key, int[] inputErrors, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            long[] sums = new long[shape.InputCount];
            for (int number = 0; number < shape.OutputCount; number++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    int index = shape.InputIndex(number % positions, tap);
                    if (index >= 0)
                    {
                        sums[index] += errors[number] * weights[(number / positions * taps) + tap];
                    }
                }
            }

            for (int i = 0; i < sums.Length; i++)
            {
                inputErrors[i] = StochasticRounding.Of(sums[i], DroppedDigits(length), Word(key, i));
            }

            counts.Multiplications += shape.Products;
            counts.RandomWords += sums.Length;
        }

        /// <summary>Adds an image's gradient of the weights to their counters.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="inputs">Integers of the input map.</param>
        /// <param name="errors">Integers of the outputs' errors.</param>
        /// <param name="length">N.</param>
        /// <param name="digit">
        /// Digit of the counters that a coincidence of streams would count at; where it is negative the sum is rounded to the counter's step itself.
        /// </param>
        /// <param name="key">Key of the random words; weight i takes the one at counter i.</param>
        /// <param name="gradients">Counters of the weights.</param>
        /// <param name="counts">Receives what the circuit did.</param>
        public static void AddGradient(
            WindowShape shape, short[] inputs, short[] errors, int length, int digit, ulong key, int[] gradients, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            for (int i = 0; i < gradients.Length; i++)
            {
                long sum = 0;
                for (int position = 0; position < positions; position++)
                {
                    int index = shape.InputIndex(position, i % taps);
                    sum += index < 0 ? 0 : inputs[index] * errors[(i / taps * positions) + position];
                }

                gradients[i] += Rounded(sum, DroppedDigits(length), digit, Word(key, i));
            }

            counts.Multiplications += shape.Products;
            counts.RandomWords += gradients.Length;
        }

        /// <summary>Adds an image's gradient of the biases to their counters: sums of errors, without products; parameters as in the other.</summary>
        public static void AddBiasGradient(
            WindowShape shape, short[] errors, int length, int digit, ulong key, int[] gradients, OperationCounts counts)
        {
            int positions = shape.Positions;
            for (int output = 0; output < gradients.Length; output++)
            {
                long sum = 0;
                for (int position = 0; position < positions; position++)
                {
                    sum += errors[(output * positions) + position];
                }

                gradients[output] += Rounded(sum, RoundedOperand.Digits - Log2(length), digit, Word(key, output));
            }

            counts.RandomWords += gradients.Length;
        }

        /// <summary>Rounds a gradient to the digit of its counter, or to the counter's step where the digit lies below it.</summary>
        public static int Rounded(long sum, int dropped, int digit, uint word)
        {
            return digit >= 0 ? StochasticRounding.Of(sum, dropped, word) << digit
                : digit < -MostThinning ? 0
                : StochasticRounding.Of(sum, dropped - digit, word);
        }

        /// <summary>Returns log2 of a power of two.</summary>
        public static int Log2(int length)
        {
            int digits = 0;
            for (; length > 1; length >>= 1)
            {
                digits++;
            }

            return digits;
        }

        private static uint Word(ulong key, int counter)
        {
            return CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)counter);
        }
    }
}
