namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What the circuit of one tensor is made of beside what all tensors share.
    /// </summary>
    public sealed class TensorPlan
    {
        /// <summary>Index of the tensor in the network: part of the identity of its streams and cells.</summary>
        public readonly uint Identity;

        /// <summary>Sizes, outermost first.</summary>
        public readonly int[] Shape;

        /// <summary>Number of parameters: the product of the sizes.</summary>
        public readonly int Length;

        /// <summary>Fraction bits of the weight registers.</summary>
        public readonly int WeightFractionBits;

        /// <summary>Lanes of its cells.</summary>
        public readonly int Lanes;

        /// <summary>Name by which files and boards know it; empty where nobody asks.</summary>
        public readonly string Name;

        /// <summary>Plans a tensor.</summary>
        public TensorPlan(uint identity, int[] shape, int weightFractionBits, int lanes, string name = "")
        {
            Name = name;
            Identity = identity;
            Shape = shape;
            Length = 1;
            for (int i = 0; i < shape.Length; i++)
            {
                Length *= shape[i];
            }

            WeightFractionBits = weightFractionBits;
            Lanes = lanes;
        }
    }
}
