using ScEdge.Device.Configurations;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Device.Networks
{
    /// <summary>
    /// A layer that multiplies: its registers, its generators, and what they did.
    /// </summary>
    public sealed class ProductStage
    {
        private readonly short[] bias;
        private readonly int biasFractionBits;
        private readonly int weightFractionBits;
        private int factor;
        private int firstBias;
        private int biasShift;
        private readonly ProductTask task = new ProductTask();
        private readonly OperationCounts repeated;

        // Some outputs as a layer, and those that are left at its end; null where the registers are on the board.
        private readonly WindowShape part;
        private readonly WindowShape rest;

        /// <summary>What generators and gates did so far.</summary>
        public readonly OperationCounts Counts = new OperationCounts();

        /// <summary>The layer.</summary>
        public readonly NetworkLayer Layer;

        /// <summary>Makes the stage of a layer.</summary>
        /// <param name="layer">Its windows and tensors.</param>
        /// <param name="configuration">Holds the registers, which a training may change meanwhile.</param>
        /// <param name="inputs">What draws the streams of the inputs.</param>
        /// <param name="weights">What draws the streams of the weights.</param>
        /// <param name="repeated">Receives what is not to be counted again.</param>
        public ProductStage(
            NetworkLayer layer, Configuration configuration, OperandSource inputs, OperandSource weights, OperationCounts repeated)
            : this(layer, inputs, weights, repeated)
        {
            bias = configuration.Tensors[layer.Bias].Weights;
            biasFractionBits = configuration.Tensors[layer.Bias].WeightFractionBits;
            weightFractionBits = configuration.Tensors[layer.Weights].WeightFractionBits;
            task.Weights = configuration.Tensors[layer.Weights].Weights;
            task.InputCounts = Counts;
        }

        /// <summary>Makes the stage of a layer whose registers are streamed.</summary>
        /// <param name="layer">Its windows, and what is known of its registers.</param>
        /// <param name="pass">Receives the registers.</param>
        /// <param name="room">Weights that the board keeps at a time.</param>
        /// <param name="inputs">What draws the streams of the inputs.</param>
        /// <param name="weights">What draws the streams of the weights.</param>
        /// <param name="repeated">Receives what is not to be counted again.</param>
        public ProductStage(
            NetworkLayer layer, WeightPass pass, int room, OperandSource inputs, OperandSource weights, OperationCounts repeated)
            : this(layer, inputs, weights, repeated)
        {
            bias = pass.Intake.Biases;
            biasFractionBits = layer.Streamed.BiasFractionBits;
            weightFractionBits = layer.Streamed.WeightFractionBits;
            task.Weights = pass.Intake.Values;
            int outputs = layer.OutputsInRoom(room);
            part = OutputsOf(layer.Shape, outputs);
            rest = OutputsOf(layer.Shape, layer.Channels % outputs);
        }

        private ProductStage(NetworkLayer layer, OperandSource inputs, OperandSource weights, OperationCounts repeated)
        {
            this.repeated = repeated;
            Layer = layer;
            task.Shape = layer.Shape;
            task.InputSource = inputs;
            task.WeightSource = weights;
        }

        /// <summary>Prepares the layer for an image: its scales.</summary>
        /// <param name="inputs">The input map.</param>
        /// <param name="unit">Exponent of its unit.</param>
        /// <param name="outputs">The output map.</param>
        /// <param name="serial">Serial number of the image.</param>
        /// <param name="weightSerial">Serial number of the weights' streams.</param>
        /// <param name="isRepeated">Whether the weights' streams are those of the image before, hence not counted again.</param>
        /// <param name="outputUnit">Exponent of the outputs' unit.</param>
        public void Begin(int[] inputs, int unit, int[] outputs, uint serial, uint weightSerial, bool isRepeated, out int outputUnit)
        {
            task.Inputs = inputs;
            task.Outputs = outputs;
            task.Serial = serial;
            task.WeightSerial = weightSerial;
            task.WeightCounts = isRepeated ? repeated : Counts;
            task.InputScale = FullScale.Of(MapLayers.MaximumOf(inputs, task.Shape.InputCount), unit);
            uint maximum = Layer.Streamed == null ? RegisterScale.MaximumOf(task.Weights) : Layer.Streamed.WeightMaximum;
            task.WeightScale = FullScale.Of(maximum, -weightFractionBits);
            outputUnit = SumUnit.Exponent(task.InputScale, task.WeightScale, task.Length);
            factor = SumUnit.Factor(task.InputScale, task.WeightScale);
            biasShift = -biasFractionBits - outputUnit;
        }

        /// <summary>Prepares some outputs: nothing is counted yet.</summary>
        /// <param name="first">The first output.</param>
        /// <param name="count">How many.</param>
        /// <param name="offset">Where they begin in the output map.</param>
        public ProductTask BeginOutputs(int first, int count, int offset)
        {
            task.FirstOutput = first;
            task.OutputCount = count;
            task.OutputOffset = offset;
            BeginCounts(first, offset);
            return task;
        }

        /// <summary>Prepares some outputs whose weights have come; their sums begin the output map.</summary>
        /// <param name="first">The first output.</param>
        /// <param name="count">How many: as many as have room, or those that are left.</param>
        /// <param name="isRepeated">Whether the weights' streams are those of the image before, hence not counted again.</param>
        public ProductTask BeginStreamed(int first, int count, bool isRepeated)
        {
            WindowShape shape = count == part.Outputs ? part : rest;
            task.Shape = shape;
            task.OutputCount = count;
            task.FirstWeight = first * shape.Taps;
            task.InputCounts = first == 0 ? Counts : repeated;
            BeginCounts(first, 0);
            if (first > 0)
            {
                CountAgain(shape, isRepeated);
            }

            return task;
        }

        /// <summary>
        /// Counts what further outputs of a layer take more: the gates, and the weights. Inputs and sequences are drawn again for them because the
        /// board does not keep them; the circuit draws them once.
        /// </summary>
        private void CountAgain(WindowShape shape, bool isRepeated)
        {
            Counts.AndOperations += shape.Products * task.Length;
            if (task.WeightSource.Sequence == null || isRepeated)
            {
                return;
            }

            long weights = shape.Outputs * shape.Taps;
            Counts.Numbers += weights;
            Counts.Bits += weights * task.Length;
            task.WeightCounts = repeated;
        }

        private void BeginCounts(int firstOfLayer, int offset)
        {
            firstBias = firstOfLayer;
            int[] outputs = task.Outputs;
            int end = offset + (task.OutputCount * task.Shape.Positions);
            for (int place = offset; place < end; place++)
            {
                outputs[place] = 0;
            }
        }

        private static WindowShape OutputsOf(WindowShape layer, int outputs)
        {
            return new WindowShape(layer.Channels, layer.Height, layer.Width, outputs, layer.KernelHeight, layer.KernelWidth, layer.Padding);
        }

        /// <summary>Turns what was counted for these outputs into sums with their biases.</summary>
        public void EndOutputs()
        {
            int positions = task.Shape.Positions;
            for (int i = 0; i < task.OutputCount; i++)
            {
                int steps = SumUnit.Rescale(bias[firstBias + i], biasShift);
                MapLayers.Scale(task.Outputs, task.OutputOffset + (i * positions), positions, factor, steps);
            }
        }
    }
}
