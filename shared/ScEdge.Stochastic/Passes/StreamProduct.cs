using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// A product layer whose numbers have bits of their own: the streams of all inputs are kept, each weight's is drawn, used and forgotten.
    /// </summary>
    public sealed class StreamProduct : IProductCircuit
    {
        // Between two looks at what else is due.
        private const int NumbersPerPart = 64;
        private const int ProductsPerPart = 3000;

        private readonly int wordsPerNumber;
        private readonly uint[] inputWords;
        private readonly uint[] words;
        private ProductTask work;
        private WindowShape shape;
        private int inputsDone;
        private int weight;

        /// <summary>Makes room for the layers of a network.</summary>
        /// <param name="length">N, in bits.</param>
        /// <param name="mostInputs">Most inputs of a layer.</param>
        public StreamProduct(int length, int mostInputs)
        {
            wordsPerNumber = (length + 31) / 32;
            words = new uint[wordsPerNumber];
            inputWords = new uint[mostInputs * wordsPerNumber];
        }

        /// <inheritdoc/>
        public void Begin(ProductTask task)
        {
            work = task;
            shape = task.Shape;
            weight = task.FirstOutput * shape.Taps;
            if (task.FirstOutput > 0)
            {
                return;
            }

            work.InputSource.Maker.Begin(work.Serial, work.InputCounts);
            work.WeightSource.Maker.Begin(work.WeightSerial, work.WeightCounts);
            work.InputCounts.AndOperations += shape.Products * work.InputSource.Maker.Length;
            inputsDone = 0;
        }

        /// <inheritdoc/>
        public bool Advance()
        {
            if (inputsDone < shape.InputCount)
            {
                DrawInputs();
                return false;
            }

            int taps = shape.Taps;
            int weights = (work.FirstOutput + work.OutputCount) * taps;
            for (int products = 0; products < ProductsPerPart && weight < weights; products += shape.Positions)
            {
                int value = work.Weights[weight];
                uint probability = work.WeightScale.Probability((uint)(value < 0 ? -value : value));
                work.WeightSource.Maker.Draw(work.FirstWeight + weight, probability, words, 0, work.WeightCounts);
                for (int word = 0; word < wordsPerNumber; word++)
                {
                    if (words[word] != 0)
                    {
                        AddWindows(weight / taps, weight % taps, value < 0, word);
                    }
                }

                weight++;
            }

            return weight == weights;
        }

        private void DrawInputs()
        {
            int count = shape.InputCount;
            int end = inputsDone + NumbersPerPart < count ? inputsDone + NumbersPerPart : count;
            for (; inputsDone < end; inputsDone++)
            {
                int value = work.Inputs[inputsDone];
                uint probability = work.InputScale.Probability((uint)(value < 0 ? -value : value));
                work.InputSource.Maker.Draw(inputsDone, probability, words, 0, work.InputCounts);
                for (int word = 0; word < wordsPerNumber; word++)
                {
                    inputWords[(word * count) + inputsDone] = words[word];
                }
            }
        }

        /// <summary>Adds the ones that 32 bits of a weight have in common with its input, in every window where it has one.</summary>
        private void AddWindows(int output, int tap, bool isNegative, int word)
        {
            int[] inputs = work.Inputs;
            int[] outputs = work.Outputs;
            uint[] streams = inputWords;
            uint weightBits = words[word];
            int width = shape.OutputWidth;
            int row = (tap / shape.KernelWidth % shape.KernelHeight) - shape.Padding;
            int column = (tap % shape.KernelWidth) - shape.Padding;
            int channel = tap / (shape.KernelWidth * shape.KernelHeight);
            int firstRow = row < 0 ? -row : 0;
            int lastRow = shape.Height - row < shape.OutputHeight ? shape.Height - row : shape.OutputHeight;
            int firstColumn = column < 0 ? -column : 0;
            int lastColumn = shape.Width - column < width ? shape.Width - column : width;
            int wordBase = word * shape.InputCount;
            for (int y = firstRow; y < lastRow; y++)
            {
                int index = (((channel * shape.Height) + y + row) * shape.Width) + firstColumn + column;
                int place = work.OutputOffset + ((((output - work.FirstOutput) * shape.OutputHeight) + y) * width) + firstColumn;
                for (int left = lastColumn - firstColumn; left > 0; left--)
                {
                    uint bits = streams[wordBase + index] & weightBits;
                    if (bits != 0)
                    {
                        bits -= (bits >> 1) & 0x55555555u;
                        bits = (bits & 0x33333333u) + ((bits >> 2) & 0x33333333u);
                        bits = (bits + (bits >> 4)) & 0x0F0F0F0Fu;
                        int ones = (int)((bits * 0x01010101u) >> 24);
                        outputs[place] += inputs[index] < 0 != isNegative ? -ones : ones;
                    }

                    index++;
                    place++;
                }
            }
        }
    }
}
