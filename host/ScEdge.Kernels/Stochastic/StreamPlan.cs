using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Where the random words of a tensor's streams come from.
/// </summary>
/// <param name="Bank">Cells.</param>
/// <param name="Key">Key of the random words.</param>
/// <param name="FirstLane">The lane that makes number 0.</param>
/// <param name="Length">N, in bits.</param>
/// <param name="NumberStride">Counters from a number to the next.</param>
/// <param name="WordStride">Counters from a word of a number to the next.</param>
internal readonly record struct StreamPlan(CellBank Bank, ulong Key, int FirstLane, int Length, uint NumberStride, uint WordStride)
{
    /// <summary>Gets whether cells make the bits, and take pulses, reads and RESETs for them.</summary>
    public bool TakesPulses { get; init; } = true;
}
