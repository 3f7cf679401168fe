namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// Everything that the next step of a tensor depends on: the one list of it, which checkpoints, state images, transfers and copies walk.
    /// </summary>
    public static class TensorState
    {
        /// <summary>Name of the weight registers.</summary>
        public const string WeightName = "weight";

        /// <summary>Visits every part of the state, in the order of the state image (hw-docs/protocol.md).</summary>
        /// <remarks>Who has changed registers calls <see cref="TensorOptimizer.Refresh"/> afterwards.</remarks>
        public static void Visit(TensorOptimizer tensor, ITensorStateVisitor visitor)
        {
            tensor.AuxiliaryFractionBits = visitor.FractionBits(tensor.AuxiliaryFractionBits);
            tensor.Bank.Restore(visitor.Cycles(tensor.Bank.Cycles));
            if (tensor.Bank.Memory != null)
            {
                visitor.Memory(tensor.Bank.Memory);
            }

            VisitWeights(tensor, visitor);
            string[] names = tensor.Description.Auxiliaries;
            for (int i = 0; i < names.Length; i++)
            {
                visitor.Registers(names[i], tensor.Auxiliary(i), tensor.AuxiliaryLimit);
            }
        }

        /// <summary>Visits the weight registers only.</summary>
        public static void VisitWeights(TensorOptimizer tensor, ITensorStateVisitor visitor)
        {
            visitor.Registers(WeightName, tensor.Weights, tensor.WeightLimit);
        }
    }
}
