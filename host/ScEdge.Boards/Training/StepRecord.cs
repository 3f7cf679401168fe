using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Optimization;

namespace ScEdge.Boards.Training;

/// <summary>
/// What a board needs to repeat a step.
/// </summary>
internal sealed class StepRecord
{
    /// <summary>Copies a step's gradients.</summary>
    public StepRecord(StochasticOptimizer optimizer, IReadOnlyList<int> tensors, uint step, LearningRate rate)
    {
        Step = step;
        Rate = rate;
        Gradients = [.. tensors.Select(index => (short[])optimizer.Gradients[index].Values.Clone())];
        FractionBits = [.. tensors.Select(index => optimizer.Gradients[index].FractionBits)];
        Maxima = [.. tensors.Select(index => optimizer.Gradients[index].Maximum)];
    }

    /// <summary>Gets the index of the step.</summary>
    public uint Step { get; }

    /// <summary>Gets the learning rate.</summary>
    public LearningRate Rate { get; }

    /// <summary>Gets the integer gradients, tensor by tensor.</summary>
    public IReadOnlyList<short[]> Gradients { get; }

    /// <summary>Gets the fraction bits of the gradients.</summary>
    public IReadOnlyList<int> FractionBits { get; }

    /// <summary>Gets the largest magnitudes that the gradients can have.</summary>
    public IReadOnlyList<uint> Maxima { get; }
}
