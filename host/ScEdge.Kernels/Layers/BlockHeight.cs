using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Cuts the outputs of a layer into blocks of 6, 4 and 1 that are summed together in registers.
/// </summary>
/// <remarks>Six rows of four vectors are 24 of the 32 registers; two blocks of four beat 6 + 1 + 1.</remarks>
internal static class BlockHeight
{
    /// <summary>Outputs in the largest block.</summary>
    public const int Largest = 6;

    /// <summary>
    /// Whether blocks are four vectors wide. Processors with narrower vectors have fewer registers, too: there, six rows of
    /// one vector (twelve half vectors of 16 registers) are the most. The order of every sum is the same.
    /// </summary>
    public static bool WideRows => Vector512.IsHardwareAccelerated;

    /// <summary>Outputs in the next block when so many are left.</summary>
    public static int Next(int left) => left switch
    {
        >= Largest and not 8 => Largest,
        >= 4 => 4,
        _ => 1,
    };
}
