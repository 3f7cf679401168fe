using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Small sums over the 16 lanes of a block.
/// </summary>
internal static class LaneBits
{
    /// <summary>Counts the ones of each lane, as <see cref="ScEdge.Stochastic.Streams.PopulationCount"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> PopulationCount(Vector512<uint> words)
    {
        Vector512<uint> pairs = Vector512.Create(0x55555555u);
        Vector512<uint> fours = Vector512.Create(0x33333333u);
        words -= Vector512.ShiftRightLogical(words, 1) & pairs;
        words = (words & fours) + (Vector512.ShiftRightLogical(words, 2) & fours);
        words = (words + Vector512.ShiftRightLogical(words, 4)) & Vector512.Create(0x0F0F0F0Fu);
        return Vector512.ShiftRightLogical(words * Vector512.Create(0x01010101u), 24);
    }

    /// <summary>All ones in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> First(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsUInt32();
}
