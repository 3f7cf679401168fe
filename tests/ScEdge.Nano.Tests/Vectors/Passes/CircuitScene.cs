using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Nano.Tests.Vectors.Passes
{
    /// <summary>
    /// A product layer on the circuit that a board runs for a source.
    /// </summary>
    public sealed class CircuitScene
    {
        private const uint Serial = 0xFFFFFFF3;
        private const uint WeightSerial = 12;

        private readonly ProductTask task = new ProductTask();
        private readonly PassSettings settings = new PassSettings();
        private readonly OperationCounts inputCounts = new OperationCounts();
        private readonly OperationCounts weightCounts = new OperationCounts();

        /// <summary>Makes the layer.</summary>
        /// <param name="source">Where its random numbers come from.</param>
        /// <param name="length">N, in bits.</param>
        /// <param name="shape">Windows.</param>
        /// <param name="background">What most inputs are.</param>
        public CircuitScene(StreamSource source, int length, WindowShape shape, int background)
        {
            settings.Seed = 0x123456789ABCDEFUL;
            settings.Source = source;
            settings.ForwardLength = length;
            settings.LaneRotation = 5;
            task.Shape = shape;
            task.Inputs = PassStreams.Numbers(shape.InputCount, 31);
            for (int i = 0; i < task.Inputs.Length; i++)
            {
                task.Inputs[i] = i % 3 == 0 ? task.Inputs[i] : background;
            }

            int[] numbers = PassStreams.Numbers(shape.Outputs * shape.Taps, 32);
            task.Weights = new short[numbers.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                task.Weights[i] = (short)numbers[i];
            }

            task.InputScale = FullScale.Of(MapLayers.Maximum(task.Inputs), -12);
            task.WeightScale = FullScale.Of(MapLayers.Maximum(numbers), -14);
            task.InputSource = Source(PassOperand.ForwardInput);
            task.WeightSource = Source(PassOperand.ForwardWeight);
            task.Serial = Serial;
            task.WeightSerial = WeightSerial;
            task.OutputCount = shape.Outputs;
            task.Outputs = PassStreams.Numbers(shape.OutputCount, 33);
            task.InputCounts = inputCounts;
            task.WeightCounts = weightCounts;
        }

        /// <summary>Returns the digest of the outputs, of what it took, and of how many parts it had.</summary>
        public Digest Run()
        {
            WindowShape shape = task.Shape;
            IProductCircuit circuit = settings.HasOwnBits
                ? new StreamProduct(settings.ForwardLength, shape.InputCount)
                : (IProductCircuit)new LevelProduct(settings.ForwardLength, shape.InputCount, shape.IsDense ? 0 : task.Weights.Length);
            Digest digest = new Digest();
            int parts = 1;
            circuit.Begin(task);
            while (!circuit.Advance())
            {
                parts++;
            }

            digest.Add(task.Outputs);
            digest.Add(inputCounts);
            digest.Add(weightCounts);
            digest.Add(parts);
            return digest;
        }

        private OperandSource Source(PassOperand operand)
        {
            CellBankSettings cells = new CellBankSettings();
            cells.Lanes = 9;
            cells.CellsPerLane = settings.ForwardLength;
            cells.DeviceToDevice = operand == PassOperand.ForwardInput ? 0.0 : 0.3;
            bool hasCells = settings.HasOwnBits || settings.Source == StreamSource.SharedCells;
            return new OperandSource(settings, hasCells ? new CellBank(cells, 2) : null, PassKey.InferenceStream, 6, operand);
        }
    }
}
