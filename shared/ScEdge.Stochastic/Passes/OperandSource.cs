using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// What draws the streams of one operand of a product layer: a sequence that all its numbers share, or cells for each of them.
    /// </summary>
    public sealed class OperandSource
    {
        /// <summary>The shared sequence; null where every number has bits of its own.</summary>
        public readonly RandomSequence Sequence;

        /// <summary>Makes bits of its own for every number; null where they share a sequence.</summary>
        public readonly CellStreamMaker Maker;

        /// <summary>N, in bits.</summary>
        public readonly int Length;

        /// <summary>Makes the source that the settings name.</summary>
        /// <param name="settings">Source, lengths, seed.</param>
        /// <param name="bank">Cells of the operand; null where none take part.</param>
        /// <param name="origin"><see cref="PassKey.TrainingStream"/> or <see cref="PassKey.InferenceStream"/>.</param>
        /// <param name="tensor">Index of the layer's weight tensor.</param>
        /// <param name="operand">Which of the layer's streams.</param>
        public OperandSource(PassSettings settings, CellBank bank, uint origin, uint tensor, PassOperand operand)
        {
            Length = settings.LengthOf(operand);
            uint number = PassKey.StreamNumber(origin, tensor, operand);
            if (settings.HasOwnBits)
            {
                Maker = new CellStreamMaker(bank, settings, number, Length);
            }
            else
            {
                Sequence = new RandomSequence(bank, settings, number, operand);
            }
        }
    }
}
