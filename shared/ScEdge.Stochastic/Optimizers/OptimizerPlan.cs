using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Optimizers
{
    /// <summary>
    /// What the circuits of a training are made of; from it a PC and a board make the same ones, with the same bits.
    /// </summary>
    public sealed class OptimizerPlan
    {
        /// <summary>The optimiser.</summary>
        public readonly OptimizerDescription Optimizer;

        /// <summary>Settings that all tensors share.</summary>
        public readonly OptimizerSettings Settings;

        /// <summary>Cells of all tensors; each has lanes of its own number.</summary>
        public readonly CellBankSettings Cells;

        /// <summary>The tensors.</summary>
        public readonly TensorPlan[] Tensors;

        /// <summary>Plans circuits.</summary>
        public OptimizerPlan(OptimizerDescription optimizer, OptimizerSettings settings, CellBankSettings cells, TensorPlan[] tensors)
        {
            Optimizer = optimizer;
            Settings = settings;
            Cells = cells;
            Tensors = tensors;
        }

        /// <summary>Makes the circuits of all tensors with their cells, all registers zero; equal cells share one table of their response.</summary>
        /// <param name="tileLength">Parameters for which there are registers where they pass through in tiles; 0 for all of a tensor.</param>
        public TensorOptimizer[] NewCircuits(int tileLength)
        {
            TensorOptimizer[] circuits = new TensorOptimizer[Tensors.Length];
            CellBank bank = null;
            for (int i = 0; i < circuits.Length; i++)
            {
                TensorPlan tensor = Tensors[i];
                bank = new CellBank(Cells, tensor.Lanes, tensor.Identity, bank);
                int length = tileLength == 0 ? tensor.Length : tileLength;
                circuits[i] = Optimizer.NewCircuit(Settings, tensor.Identity, length, tensor.WeightFractionBits, bank);
            }

            return circuits;
        }
    }
}
