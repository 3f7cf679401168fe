using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// A product layer whose inputs share one sequence and whose weights share another, on levels in place of streams.
    /// </summary>
    /// <remarks>
    /// <para>popcount(a AND w) depends on the two levels alone (<see cref="SequenceLevels"/>): it is an entry of a table of (N + 1)^2 counts. One row
    /// of it is kept. Inputs are taken by growing level; from one level to the next the bit that enters meets the weights whose level lies above its
    /// rank, and there the row grows by one. So every image has a table of its own, and none is ever stored.</para>
    /// <para>Most inputs of a map are alike: zero behind a rectifier, the background of an image. In a convolution the most frequent level is taken
    /// for everywhere, the padding included, one sum for each output; every other input adds what its row has more. Integers, hence exact.</para>
    /// </remarks>
    public sealed class LevelProduct : IProductCircuit
    {
        // Between two looks at what else is due.
        private const int WeightsPerPart = 600;
        private const int ProductsPerPart = 6000;

        private readonly int length;
        private readonly SequenceLevels inputLevels;
        private readonly SequenceLevels weightLevels;
        private readonly LevelOrder order;
        private readonly short[] places;
        private readonly LevelRows rows;
        private ProductTask work;
        private WindowShape shape;
        private bool isDense;
        private int common;
        private int weightsDone;
        private int key;
        private int next;

        /// <summary>Makes room for the layers of a network.</summary>
        /// <param name="length">N, in bits.</param>
        /// <param name="mostInputs">Most inputs of a layer.</param>
        /// <param name="mostWeights">Most weights of a layer that is not dense; 0 without one.</param>
        public LevelProduct(int length, int mostInputs, int mostWeights)
        {
            this.length = length;
            inputLevels = new SequenceLevels(length);
            weightLevels = new SequenceLevels(length);
            order = new LevelOrder(length, mostInputs);
            places = new short[mostWeights];
            rows = new LevelRows(inputLevels, weightLevels);
        }

        /// <inheritdoc/>
        public void Begin(ProductTask task)
        {
            work = task;
            shape = task.Shape;
            isDense = shape.IsDense;
            key = -1;
            if (task.FirstOutput == 0)
            {
                BeginLayer();
            }
        }

        /// <inheritdoc/>
        public bool Advance()
        {
            if (weightsDone < shape.Outputs * shape.Taps)
            {
                PlaceWeights();
                return false;
            }

            if (key < 0)
            {
                rows.Begin(common);
                AddCommon();
                key = 0;
                next = order.First(0);
                return false;
            }

            int window = work.OutputCount * (isDense ? 1 : shape.KernelHeight * shape.KernelWidth);
            for (int products = 0; products < ProductsPerPart;)
            {
                if (key != common && next != LevelOrder.None)
                {
                    AddInput(next, (key & 1) == 0 ? rows.Positive : rows.Negative);
                    next = order.After(next);
                    products += window;
                    continue;
                }

                key++;
                if (key == order.Keys)
                {
                    return true;
                }

                next = order.First(key);
                if ((key & 1) == 0)
                {
                    rows.Enter((key / 2) - 1);
                    products += length;
                }
            }

            return false;
        }

        /// <summary>Draws both sequences, puts the inputs in order and counts what that takes.</summary>
        private void BeginLayer()
        {
            inputLevels.Begin(work.InputSource.Sequence, work.Serial, work.InputCounts);
            weightLevels.Begin(work.WeightSource.Sequence, work.WeightSerial, work.WeightCounts);
            order.Sort(work.Inputs, shape.InputCount, work.InputScale, inputLevels);
            int weights = shape.Outputs * shape.Taps;
            work.InputCounts.Numbers += shape.InputCount;
            work.InputCounts.Bits += (long)shape.InputCount * length;
            work.InputCounts.AndOperations += shape.Products * length;
            work.WeightCounts.Numbers += weights;
            work.WeightCounts.Bits += (long)weights * length;

            // A dense layer uses each weight once: a sum over all of them for what is common would be no gain.
            common = isDense ? 0 : order.MostFrequent;
            weightsDone = isDense ? weights : 0;
        }

        private void AddInput(int input, int[] row)
        {
            if (isDense)
            {
                AddDense(input, row);
                return;
            }

            int column = input % shape.Width;
            int line = input / shape.Width;
            AddWindows(line / shape.Height, line % shape.Height, column, row);
        }

        /// <summary>Notes the levels of weights with their sign, 0..2 N, output by output for each tap.</summary>
        private void PlaceWeights()
        {
            int taps = shape.Taps;
            int end = weightsDone + WeightsPerPart;
            end = end < shape.Outputs * taps ? end : shape.Outputs * taps;
            int output = weightsDone / taps;
            int tap = weightsDone % taps;
            for (int i = weightsDone; i < end; i++)
            {
                places[(tap * shape.Outputs) + output] = (short)PlaceOf(work.Weights[i]);
                tap++;
                if (tap == taps)
                {
                    tap = 0;
                    output++;
                }
            }

            weightsDone = end;
        }

        private int PlaceOf(int weight)
        {
            return weight < 0 ? length - weightLevels.Of(work.WeightScale.Probability((uint)-weight))
                : weight > 0 ? length + weightLevels.Of(work.WeightScale.Probability((uint)weight))
                : length;
        }

        /// <summary>Gives every output the sum of what is common to all inputs, and takes away again what is no input.</summary>
        private void AddCommon()
        {
            if (common == 0)
            {
                return;
            }

            int[] row = rows.Positive;
            int positions = shape.Positions;
            int i = work.OutputOffset;
            for (int output = work.FirstOutput; output < work.FirstOutput + work.OutputCount; output++)
            {
                int sum = 0;
                for (int tap = output; tap < shape.Taps * shape.Outputs; tap += shape.Outputs)
                {
                    sum -= row[places[tap]];
                }

                for (int end = i + positions; i < end; i++)
                {
                    work.Outputs[i] += sum;
                }
            }

            AddPadding();
        }

        private void AddPadding()
        {
            int padding = shape.Padding;
            for (int channel = 0; channel < shape.Channels && padding > 0; channel++)
            {
                for (int y = -padding; y < shape.Height + padding; y++)
                {
                    bool isInside = y >= 0 && y < shape.Height;
                    for (int x = -padding; x < shape.Width + padding; x++)
                    {
                        if (isInside && x == 0)
                        {
                            x = shape.Width;
                        }

                        AddWindows(channel, y, x, rows.Positive);
                    }
                }
            }
        }

        /// <summary>Adds an input's products to all windows that it lies in.</summary>
        private void AddWindows(int channel, int y, int x, int[] row)
        {
            int[] outputs = work.Outputs;
            short[] weights = places;
            int all = shape.Outputs;
            int count = work.OutputCount;
            int width = shape.OutputWidth;
            int positions = shape.Positions;
            int top = y + shape.Padding;
            int left = x + shape.Padding;
            int firstRow = top < shape.OutputHeight ? 0 : top - shape.OutputHeight + 1;
            int lastRow = top < shape.KernelHeight ? top : shape.KernelHeight - 1;
            int firstColumn = left < width ? 0 : left - width + 1;
            int lastColumn = left < shape.KernelWidth ? left : shape.KernelWidth - 1;
            for (int kernelRow = firstRow; kernelRow <= lastRow; kernelRow++)
            {
                int first = (((((channel * shape.KernelHeight) + kernelRow) * shape.KernelWidth) + firstColumn) * all) + work.FirstOutput;
                int position = work.OutputOffset + ((top - kernelRow) * width) + left - firstColumn;
                for (int kernelColumn = firstColumn; kernelColumn <= lastColumn; kernelColumn++)
                {
                    int output = position;
                    int end = first + count;
                    for (int place = first; place < end; place++)
                    {
                        outputs[output] = outputs[output] + row[weights[place]];
                        output += positions;
                    }

                    first += all;
                    position--;
                }
            }
        }

        private void AddDense(int input, int[] row)
        {
            int[] outputs = work.Outputs;
            int index = input;
            for (int output = 0; output < shape.Outputs; output++)
            {
                outputs[output] += row[PlaceOf(work.Weights[index])];
                index += shape.Taps;
            }
        }
    }
}
