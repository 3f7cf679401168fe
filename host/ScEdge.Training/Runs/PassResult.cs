using System.Collections.Generic;
using ScEdge.Training.Passes;

namespace ScEdge.Training.Runs;

/// <summary>
/// What the passes of a training in bit streams did.
/// </summary>
public sealed record PassResult
{
    /// <summary>Gets the images that went forward and back.</summary>
    public required long Images { get; init; }

    /// <summary>Gets the product layers in order.</summary>
    public required List<PassLayerResult> Layers { get; init; }

    /// <summary>Gets the errors of some of the passes, layer by layer.</summary>
    public List<PassErrorRecord> Errors { get; init; } = [];
}

/// <summary>
/// What the passes through one product layer did.
/// </summary>
public sealed record PassLayerResult
{
    /// <summary>Gets the name of the weight tensor.</summary>
    public required string Tensor { get; init; }

    /// <summary>Gets the counts by name, for the passes in the order of <see cref="PassCounts.Names"/>.</summary>
    public required List<Dictionary<string, long>> Counts { get; init; }
}
