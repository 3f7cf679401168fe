using System;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Coincidences of a layer on levels.
/// </summary>
internal interface ILevelCoincidences
{
    /// <summary>Counts the coincidences of the errors with the stream of the biases' constant.</summary>
    void CountBiases(VectorTier tier, LevelSpan errors, ReadOnlySpan<int> countsByLevel, int digit, CoincidenceCounters counters);

    /// <summary>Counts those of inputs and errors into the counters of the weights, after the biases.</summary>
    /// <returns>All of them, signs aside.</returns>
    long Count<TSize>(VectorTier tier, LevelSpan inputs, LevelSpan errors, LevelTable table, int digit, CoincidenceCounters counters)
        where TSize : struct, ITableSize;
}
