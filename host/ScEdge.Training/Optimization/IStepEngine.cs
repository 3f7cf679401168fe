using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Where the registers of a network are updated: in this process, or on a board.
/// </summary>
/// <remarks>
/// The tensors of the optimiser hold the registers that the network sees. After a step their weights are those of the step; the
/// other registers may lag behind until <see cref="Synchronize"/>.
/// </remarks>
public interface IStepEngine
{
    /// <summary>Rounds the gradients, updates the registers of all tensors by them, fills the counts of the step and writes the values.</summary>
    /// <param name="optimizer">Tensors, gradients, counts; see <see cref="StochasticOptimizer.RoundGradients()"/> and <see cref="StochasticOptimizer.WriteValues()"/>.</param>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    void Step(StochasticOptimizer optimizer, uint step, LearningRate rate);

    /// <summary>Brings everything that the next step depends on into the tensors, before they are saved.</summary>
    void Synchronize(StochasticOptimizer optimizer);

    /// <summary>Takes over registers that were put into the tensors from outside.</summary>
    void Restore(StochasticOptimizer optimizer);
}
