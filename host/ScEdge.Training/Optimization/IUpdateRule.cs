using ScEdge.Input;
using ScEdge.Training.Artifacts;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Changes a network's parameters by their gradients, one step at a time.
/// </summary>
public interface IUpdateRule
{
    /// <summary>Updates all parameters.</summary>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    void Step(uint step, double rate);

    /// <summary>Puts everything that the following steps depend on into an archive.</summary>
    void Save(TensorArchive archive);

    /// <summary>Takes back what <see cref="Save"/> put there.</summary>
    /// <exception cref="InputException">The archive is of another network or optimiser.</exception>
    void Load(TensorArchive archive);
}
