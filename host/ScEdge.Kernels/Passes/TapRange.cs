using System;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Neighbouring rows, or columns, from the first to before the end.
/// </summary>
/// <param name="First">First of them.</param>
/// <param name="End">End, exclusive.</param>
internal readonly record struct TapRange(int First, int End)
{
    /// <summary>How many they are.</summary>
    public int Count => End - First;

    /// <summary>Returns those of a range that lie within a size.</summary>
    public static TapRange Within(int first, int end, int size)
    {
        int clipped = Math.Clamp(first, 0, size);
        return new TapRange(clipped, Math.Clamp(end, clipped, size));
    }
}
