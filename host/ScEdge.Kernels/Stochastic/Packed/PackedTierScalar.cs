using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>Word by word.</summary>
internal readonly unsafe struct PackedTierScalar : IPackedCounter<uint>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Load(uint* words) => *words;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(uint vector, uint* words) => *words = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint And(uint first, uint second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Xor(uint first, uint second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Select(uint select, uint whereOne, uint whereZero) => (whereOne & select) | (whereZero & ~select);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AddOnes(uint counts, uint vector) => counts + (uint)BitOperations.PopCount(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(uint counts) => counts;
}
