using System.Collections.Generic;
using ScEdge.Silicon.Timing;

namespace ScEdge.Silicon.Blocks;

/// <summary>How blocks are made and simulated.</summary>
public sealed record SiliconSettings
{
    /// <summary>Gets the clock period for which cells are sized; ns.</summary>
    public double PeriodNanoseconds { get; init; } = 2.5;

    /// <summary>Gets the technology node of the cells, by which cost libraries compare areas; nm.</summary>
    public double NodeNanometres { get; init; } = 45;

    /// <summary>Gets the assumptions of timing.</summary>
    public TimingSettings Timing { get; init; } = new();

    /// <summary>Gets whether every vector is simulated once more with a delay for every gate.</summary>
    public bool HasGlitches { get; init; } = true;

    /// <summary>Gets the names of the vectors that are simulated; null for all that a block has.</summary>
    public IReadOnlyList<string>? Vectors { get; init; }
}
