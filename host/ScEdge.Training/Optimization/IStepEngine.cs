using System.Collections.Generic;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Where the registers of a network are updated: in this process, or on a board.
/// </summary>
/// <remarks>
/// It is given the same tensors at every call. After a step their weights are those of the step; the other registers may lag behind until
/// <see cref="Synchronize"/>.
/// </remarks>
public interface IStepEngine
{
    /// <summary>Updates the registers of all tensors by their gradients.</summary>
    /// <param name="tensors">Registers, gradients, and counts, which are zero.</param>
    /// <param name="step">Step index from the start of training.</param>
    /// <param name="rate">Learning rate.</param>
    void Step(IReadOnlyList<StepTensor> tensors, uint step, LearningRate rate);

    /// <summary>Brings everything that the next step depends on into the tensors, before they are saved.</summary>
    void Synchronize(IReadOnlyList<StepTensor> tensors);

    /// <summary>Takes over registers that were put into the tensors from outside.</summary>
    void Restore(IReadOnlyList<StepTensor> tensors);
}
