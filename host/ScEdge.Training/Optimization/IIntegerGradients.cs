using System.Collections.Generic;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Training.Optimization;

/// <summary>
/// Gradients that are integers from the start, counted in the passes and not rounded afterwards.
/// </summary>
public interface IIntegerGradients
{
    /// <summary>Sets the integer gradients of the last batch.</summary>
    /// <param name="tensors">Tensors of the optimiser; receive the gradients of the mean loss.</param>
    /// <param name="rate">Learning rate of the step.</param>
    void Count(IReadOnlyList<StepTensor> tensors, LearningRate rate);
}
