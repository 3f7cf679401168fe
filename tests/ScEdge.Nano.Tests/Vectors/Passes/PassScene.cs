using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Nano.Tests.Vectors.Passes
{
    /// <summary>
    /// A convolution with padding, its numbers and their streams.
    /// </summary>
    public sealed class PassScene
    {
        private const uint Serial = 77;

        private readonly WindowShape shape = new WindowShape(2, 5, 4, 3, 3, 3, 1);
        private readonly StreamSource source;
        private readonly OperationCounts counts = new OperationCounts();

        /// <summary>Makes the layer.</summary>
        /// <param name="source">Where its random numbers come from.</param>
        public PassScene(StreamSource source)
        {
            this.source = source;
        }

        /// <summary>Returns the digest of the outputs.</summary>
        public Digest Forward()
        {
            int[] outputs = new int[shape.OutputCount];
            NumberStreams inputs = Streams(PassOperand.ForwardInput, shape.InputCount);
            ProductLayer.Forward(shape, inputs, Weights(PassOperand.ForwardWeight), outputs, counts);
            return Of(outputs);
        }

        /// <summary>Returns the digest of the inputs' errors.</summary>
        public Digest Backward()
        {
            int[] inputErrors = new int[shape.InputCount];
            NumberStreams errors = Streams(PassOperand.BackwardError, shape.OutputCount);
            ProductLayer.Backward(shape, errors, Weights(PassOperand.BackwardWeight), inputErrors, counts);
            return Of(inputErrors);
        }

        /// <summary>Returns the digest of the counters of weights and biases.</summary>
        public Digest Coincidences()
        {
            int[] gradients = new int[shape.Outputs * shape.Taps];
            int[] biases = new int[shape.Outputs];
            NumberStreams errors = Streams(PassOperand.GradientError, shape.OutputCount);
            int[] half = new int[] { 1 };
            NumberStreams one = Streams(PassOperand.GradientOne, half, FullScale.At(1, 0));
            ProductLayer.CountCoincidences(shape, Streams(PassOperand.GradientInput, shape.InputCount), errors, 3, gradients, counts);
            ProductLayer.CountCoincidencesOfBias(shape, one, errors, 2, biases, counts);
            Digest digest = Of(gradients);
            digest.Add(biases);
            return digest;
        }

        private NumberStreams Streams(PassOperand operand, int count)
        {
            return Streams(operand, PassStreams.Numbers(count, (uint)operand), FullScale.At(15, 0));
        }

        private NumberStreams Streams(PassOperand operand, int[] numbers, FullScale scale)
        {
            IStreamMaker maker = PassStreams.Maker(source, operand);
            NumberStreams streams = new NumberStreams(numbers.Length, maker.Length);
            streams.Draw(maker, Serial, numbers, scale, counts);
            return streams;
        }

        /// <summary>Draws weights, which are registers.</summary>
        private NumberStreams Weights(PassOperand operand)
        {
            int[] numbers = PassStreams.Numbers(shape.Outputs * shape.Taps, 8);
            short[] registers = new short[numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                registers[i] = (short)numbers[i];
            }

            IStreamMaker maker = PassStreams.Maker(source, operand);
            NumberStreams streams = new NumberStreams(registers.Length, maker.Length);
            streams.Draw(maker, Serial, registers, FullScale.At(15, -1), counts);
            return streams;
        }

        private Digest Of(int[] sums)
        {
            Digest digest = new Digest();
            digest.Add(sums);
            digest.Add(counts);
            return digest;
        }
    }
}
