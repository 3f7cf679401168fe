using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>Any vectors of 128 bits, of whatever processor: 4 words at once.</summary>
internal readonly unsafe struct PackedTier128 : IPackedCounter<Vector128<uint>>
{
    /// <summary>Ones of 0 to 15, once in every 16 bytes.</summary>
    public static Vector128<byte> OnesOfNibble => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Load(uint* words) => Vector128.Load(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<uint> vector, uint* words) => vector.Store(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> And(Vector128<uint> first, Vector128<uint> second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Xor(Vector128<uint> first, Vector128<uint> second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Select(Vector128<uint> select, Vector128<uint> whereOne, Vector128<uint> whereZero) =>
        Vector128.ConditionalSelect(select, whereOne, whereZero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> AddOnes(Vector128<uint> counts, Vector128<uint> vector)
    {
        Vector128<byte> nibble = Vector128.Create((byte)0x0F);
        Vector128<byte> low = vector.AsByte() & nibble;
        Vector128<byte> high = Vector128.ShiftRightLogical(vector, 4).AsByte() & nibble;
        return (counts.AsByte() + Vector128.ShuffleNative(OnesOfNibble, low) + Vector128.ShuffleNative(OnesOfNibble, high)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector128<uint> counts)
    {
        Vector128<ushort> pairs = counts.AsUInt16();
        return Vector128.Sum((pairs & Vector128.Create((ushort)0xFF)) + Vector128.ShiftRightLogical(pairs, 8));
    }
}
