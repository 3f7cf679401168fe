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
        private int biasShift;
        private readonly ProductTask task = new ProductTask();
        private readonly OperationCounts repeated;

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
        {
            this.repeated = repeated;
            Layer = layer;
            bias = configuration.Tensors[layer.Bias].Weights;
            biasFractionBits = configuration.Tensors[layer.Bias].WeightFractionBits;
            weightFractionBits = configuration.Tensors[layer.Weights].WeightFractionBits;
            task.Shape = layer.Shape;
            task.Weights = configuration.Tensors[layer.Weights].Weights;
            task.InputSource = inputs;
            task.WeightSource = weights;
            task.InputCounts = Counts;
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
            task.WeightScale = FullScale.Of(RegisterScale.MaximumOf(task.Weights), -weightFractionBits);
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
            int[] outputs = task.Outputs;
            for (int place = offset; place < offset + (count * task.Shape.Positions); place++)
            {
                outputs[place] = 0;
            }

            return task;
        }

        /// <summary>Turns what was counted for these outputs into sums with their biases.</summary>
        public void EndOutputs()
        {
            int positions = task.Shape.Positions;
            for (int i = 0; i < task.OutputCount; i++)
            {
                int steps = SumUnit.Rescale(bias[task.FirstOutput + i], biasShift);
                MapLayers.Scale(task.Outputs, task.OutputOffset + (i * positions), positions, factor, steps);
            }
        }
    }
}
