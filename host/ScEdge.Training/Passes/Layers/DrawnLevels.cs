using ScEdge.Kernels.Passes.Levels;

namespace ScEdge.Training.Passes.Layers;

/// <summary>
/// The numbers of a tensor as levels under a shared sequence.
/// </summary>
/// <param name="capacity">Most numbers.</param>
internal sealed class DrawnLevels(int capacity)
{
    /// <summary>The sequence.</summary>
    public SortedSequence Sequence { get; } = new();

    /// <summary>The numbers; of a map in sign-magnitude coding those that are not zero.</summary>
    public PresentNumbers Numbers { get; } = new(capacity);
}
