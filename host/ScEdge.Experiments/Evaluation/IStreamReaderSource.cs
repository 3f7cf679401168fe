using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Opens what reads elsewhere than in this process, a board for example.
/// </summary>
public interface IStreamReaderSource
{
    /// <summary>Gets the name of what reads.</summary>
    string Name { get; }

    /// <summary>Has a network ready to read.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">Length, source and seed of the streams.</param>
    /// <param name="cells">Cells of one operand.</param>
    /// <param name="batchCapacity">Most images of a batch.</param>
    IStreamReader Open(TrainedNetwork network, PassSettings settings, CellBankSettings cells, int batchCapacity);
}
