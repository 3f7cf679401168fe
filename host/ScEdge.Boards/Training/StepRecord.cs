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
    public StepRecord(IReadOnlyList<StepTensor> tensors, IReadOnlyList<int> indices, uint step, LearningRate rate)
    {
        Step = step;
        Rate = rate;
        Gradients = [.. indices.Select(index => (short[])tensors[index].Gradient.Values.Clone())];
        FractionBits = [.. indices.Select(index => tensors[index].Gradient.FractionBits)];
        Maxima = [.. indices.Select(index => tensors[index].Gradient.Maximum)];
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
