using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Serialization;

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

        /// <summary>Returns the settings of optimiser and cells as the bytes that configure a board.</summary>
        public static byte[] Write(OptimizerSettings settings, CellBankSettings cells)
        {
            SettingsBytes writer = SettingsBytes.Writer();
            settings.Visit(writer);
            cells.Visit(writer);
            return writer.ToArray();
        }

        /// <summary>Reads the settings of optimiser and cells; bytes after them belong to a later version and are ignored.</summary>
        /// <param name="settings">Takes the optimiser's.</param>
        /// <param name="cells">Takes the cells'.</param>
        /// <param name="bytes">Holds what <see cref="Write"/> returned.</param>
        /// <param name="offset">Where it begins.</param>
        /// <param name="count">Bytes from there on.</param>
        /// <returns>Whether all were there.</returns>
        public static bool Read(OptimizerSettings settings, CellBankSettings cells, byte[] bytes, int offset, int count)
        {
            SettingsBytes reader = SettingsBytes.Reader(bytes, offset, count);
            settings.Visit(reader);
            cells.Visit(reader);
            return !reader.HasFailed;
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
