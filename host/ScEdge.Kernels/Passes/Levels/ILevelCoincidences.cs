using System;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Coincidences of a layer on levels.
/// </summary>
internal interface ILevelCoincidences
{
    /// <summary>Whether the counters of an output's weights are column by column of the window.</summary>
    bool CountsByColumn { get; }

    /// <summary>Counts the coincidences of the errors with the stream of the biases' constant.</summary>
    void CountBiases(VectorTier tier, PresentNumbers errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters);

    /// <summary>Counts those of inputs and of the errors that the biases have taken into the counters of the weights.</summary>
    /// <returns>All of them, signs aside.</returns>
    long Count<TSize>(VectorTier tier, PresentNumbers inputs, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize;
}
