using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// The multiply-accumulate circuit: AND gates on sign-magnitude streams and a parallel counter with signs, or XNOR gates on bipolar streams
    /// and a counter up and down.
    /// </summary>
    /// <remarks>
    /// <para>C = popcount(a AND b) of two streams with probabilities pa and pb: E[C] = N pa pb, Var[C] = N pa pb (1 - pa pb) where all bits are
    /// independent. A sum over K products adds sign x C: its mean is the dot product, in units of Sa Sb / N.</para>
    /// <para>The two streams of a product must be independent; streams of different products may be shared. An input's stream serves all outputs: the
    /// sums of two outputs then have covariance N sum of pa (1 - pa) pb pb' (times signs) and every single sum keeps its variance. A weight's
    /// stream serves all windows, and all images of a batch where weights are not drawn anew: then the sums of two windows (images) share the
    /// weight's error, as if the weights themselves were noisy, and an average over windows does not take it away.</para>
    /// <para>Bipolar, of x and w within -1..1: C = popcount(a XNOR b), a product is 2 C - N in the same unit, E = N x w, Var = N (1 - x^2 w^2); it is
    /// even, within -N..N. A shared input gives two sums the covariance N sum of (1 - x^2) w w', a shared weight N sum of (1 - w^2) x x'. Two
    /// streams from one sequence agree in N (1 - |x - w| / 2) bits, no product, so here, too, the two of a product must be independent. What lies
    /// outside of the map meets no gate; a zero inside does, and its product is noise of variance N.</para>
    /// <para>These are the plain definitions; the host's kernels repeat them.</para>
    /// </remarks>
    public static class ProductLayer
    {
        /// <summary>Counts the products of all windows: sum of sign C, bipolar of 2 C - N.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="inputs">Streams of the input map.</param>
        /// <param name="weights">Streams of the weights.</param>
        /// <param name="outputs">Receives the counts, which <see cref="MapLayers.Scale"/> turns into sums.</param>
        /// <param name="counts">Receives what the gates did.</param>
        public static void Forward(WindowShape shape, NumberStreams inputs, NumberStreams weights, int[] outputs, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            for (int output = 0; output < shape.Outputs; output++)
            {
                for (int position = 0; position < positions; position++)
                {
                    int sum = 0;
                    for (int tap = 0; tap < taps; tap++)
                    {
                        int index = shape.InputIndex(position, tap);
                        sum += index < 0 ? 0 : Product(inputs, index, weights, (output * taps) + tap);
                    }

                    outputs[(output * positions) + position] = sum;
                }
            }

            CountGates(shape.Products * inputs.Length, inputs, counts);
        }

        /// <summary>Counts the products for the errors of the inputs: over all outputs and windows that an input took part in.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="errors">Streams of the outputs' errors.</param>
        /// <param name="weights">Streams of the weights.</param>
        /// <param name="inputErrors">Receives the counts.</param>
        /// <param name="counts">Receives what the gates did.</param>
        public static void Backward(WindowShape shape, NumberStreams errors, NumberStreams weights, int[] inputErrors, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            for (int i = 0; i < shape.InputCount; i++)
            {
                inputErrors[i] = 0;
            }

            for (int number = 0; number < shape.OutputCount; number++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    int index = shape.InputIndex(number % positions, tap);
                    if (index >= 0)
                    {
                        inputErrors[index] += Product(errors, number, weights, (number / positions * taps) + tap);
                    }
                }
            }

            CountGates(shape.Products * errors.Length, errors, counts);
        }

        /// <summary>Counts the coincidences of inputs and errors, with their sign, or 2 C - N, into the gradient counters of the weights.</summary>
        /// <remarks>
        /// The outer product of two vectors of m and n numbers takes m + n streams (T. Gokmen, Y. Vlasov, "Acceleration of Deep Neural Network
        /// Training with Resistive Cross-Point Devices", 2016; there on conductances, here on counters).
        /// </remarks>
        /// <param name="shape">Windows.</param>
        /// <param name="inputs">Streams of the input map.</param>
        /// <param name="errors">Streams of the outputs' errors.</param>
        /// <param name="digit">Digit of the counters that a coincidence goes to: it counts 2^digit.</param>
        /// <param name="gradients">Counters of the weights; the coincidences are added.</param>
        /// <param name="counts">Receives what the gates did.</param>
        public static void CountCoincidences(
            WindowShape shape, NumberStreams inputs, NumberStreams errors, int digit, int[] gradients, OperationCounts counts)
        {
            int taps = shape.Taps;
            int positions = shape.Positions;
            for (int number = 0; number < shape.OutputCount; number++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    int index = shape.InputIndex(number % positions, tap);
                    if (index >= 0)
                    {
                        int product = Product(inputs, index, errors, number);
                        gradients[(number / positions * taps) + tap] += product << digit;
                        CountSteps(product, inputs, counts);
                    }
                }
            }

            CountGates(shape.Products * inputs.Length, inputs, counts);
        }

        /// <summary>Counts the ones of the errors that coincide with those of a constant, with their sign, into the counters of the biases.</summary>
        /// <param name="shape">Windows.</param>
        /// <param name="one">Stream of the constant, the only number of its tensor.</param>
        /// <param name="errors">Streams of the outputs' errors.</param>
        /// <param name="digit">Digit of the counters that a coincidence goes to: it counts 2^digit.</param>
        /// <param name="gradients">Counters of the biases; the coincidences are added.</param>
        /// <param name="counts">Receives what the gates did.</param>
        public static void CountCoincidencesOfBias(
            WindowShape shape, NumberStreams one, NumberStreams errors, int digit, int[] gradients, OperationCounts counts)
        {
            int positions = shape.Positions;
            for (int number = 0; number < shape.OutputCount; number++)
            {
                int product = Product(one, 0, errors, number);
                gradients[number / positions] += product << digit;
                CountSteps(product, errors, counts);
            }

            CountGates((long)shape.OutputCount * errors.Length, errors, counts);
        }

        private static int Product(NumberStreams first, int firstNumber, NumberStreams second, int secondNumber)
        {
            if (first.IsBipolar)
            {
                return BipolarProduct(first, firstNumber, second, secondNumber);
            }

            int sign = first.Signs[firstNumber] * second.Signs[secondNumber];
            int ones = 0;
            for (int word = 0; sign != 0 && word < first.WordsPerNumber; word++)
            {
                ones += PopulationCount.Of(
                    first.Words[(firstNumber * first.WordsPerNumber) + word] & second.Words[(secondNumber * second.WordsPerNumber) + word]);
            }

            return sign * ones;
        }

        /// <summary>Returns 2 C - N: the bits at which two streams agree less those at which they differ.</summary>
        private static int BipolarProduct(NumberStreams first, int firstNumber, NumberStreams second, int secondNumber)
        {
            int different = 0;
            for (int word = 0; word < first.WordsPerNumber; word++)
            {
                different += PopulationCount.Of(
                    first.Words[(firstNumber * first.WordsPerNumber) + word] ^ second.Words[(secondNumber * second.WordsPerNumber) + word]);
            }

            return first.Length - (2 * different);
        }

        private static void CountGates(long bits, NumberStreams streams, OperationCounts counts)
        {
            if (streams.IsBipolar)
            {
                counts.XnorOperations += bits;
            }
            else
            {
                counts.AndOperations += bits;
            }
        }

        /// <summary>Counts the steps of a gradient counter: ones of the gate; of an XNOR gate they count up and the zeros down.</summary>
        private static void CountSteps(int product, NumberStreams streams, OperationCounts counts)
        {
            if (streams.IsBipolar)
            {
                counts.CounterIncrements += (streams.Length + product) / 2;
                counts.CounterDecrements += (streams.Length - product) / 2;
            }
            else
            {
                counts.CounterIncrements += product < 0 ? -product : product;
            }
        }
    }
}
