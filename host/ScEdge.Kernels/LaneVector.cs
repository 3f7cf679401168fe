using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels;

/// <summary>
/// The lane: one of 16 numbers that an instruction handles side by side, usually one image of a batch.
/// </summary>
/// <remarks>
/// All kernels are written for vectors of 16 floats. Narrower processors do the same 16 lanes in several instructions and
/// get the same bits, because every operation used here (+, -, *, fused multiply-add, comparison, selection) is exact to
/// IEEE 754 lane by lane, and sums across lanes follow one fixed tree.
/// </remarks>
public static class LaneVector
{
    /// <summary>Lanes of a vector.</summary>
    public const int Count = 16;

    /// <summary>Width in bits of the widest vectors that this processor handles in one instruction, 64 without any.</summary>
    public static int HardwareBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64;

    /// <summary>Rounds a count up to whole vectors.</summary>
    public static int RoundUp(int count) => (count + Count - 1) & -Count;

    /// <summary>Sums the lanes in a fixed order: lane i with i + 8, then with i + 4, i + 2, i + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> vector)
    {
        Vector256<float> eight = vector.GetLower() + vector.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}
