using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Passes;

/// <summary>One lane.</summary>
internal readonly unsafe struct LaneTierScalar : ILaneTier<uint>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Load(uint* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(uint vector, uint* destination) => *destination = vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Broadcast(uint value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint BroadcastPair(uint* pair, int lane) => pair[lane & 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint And(uint first, uint second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Or(uint first, uint second) => first | second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Xor(uint first, uint second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint first, uint second) => first + second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Subtract(uint first, uint second) => first - second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ShiftRight(uint vector, int count) => vector >> count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ShiftLeft(uint vector, int count) => vector << count;
}
