using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// One product layer of one image: what an <see cref="IProductCircuit"/> works on.
    /// </summary>
    public sealed class ProductTask
    {
        /// <summary>Windows.</summary>
        public WindowShape Shape;

        /// <summary>Input map.</summary>
        public int[] Inputs;

        /// <summary>Scale of the inputs.</summary>
        public FullScale InputScale;

        /// <summary>Registers of the weights.</summary>
        public short[] Weights;

        /// <summary>Index in the layer of the first weight there; above 0 where the shape is some outputs of a layer.</summary>
        public int FirstWeight;

        /// <summary>Scale of the weights.</summary>
        public FullScale WeightScale;

        /// <summary>What draws the streams of the inputs.</summary>
        public OperandSource InputSource;

        /// <summary>What draws the streams of the weights.</summary>
        public OperandSource WeightSource;

        /// <summary>Serial number of the image.</summary>
        public uint Serial;

        /// <summary>Serial number of the weights' streams: that of the batch, or of the image.</summary>
        public uint WeightSerial;

        /// <summary>Gets N, in bits.</summary>
        public int Length
        {
            get { return InputSource.Length; }
        }

        /// <summary>First output to compute; 0 begins a layer, the others use what was drawn for it.</summary>
        public int FirstOutput;

        /// <summary>Outputs to compute.</summary>
        public int OutputCount;

        /// <summary>Receives the counts of products with their signs, added to what is there.</summary>
        public int[] Outputs;

        /// <summary>Where the first position of the first output stands.</summary>
        public int OutputOffset;

        /// <summary>Receives what the generators of the inputs and the gates did.</summary>
        public OperationCounts InputCounts;

        /// <summary>Receives what the generators of the weights did.</summary>
        public OperationCounts WeightCounts;
    }
}
