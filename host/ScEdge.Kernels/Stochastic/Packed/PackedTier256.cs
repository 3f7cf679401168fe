using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>AVX2: 8 words at once.</summary>
internal readonly unsafe struct PackedTier256 : IPackedCounter<Vector256<uint>>
{
    /// <summary>Ones of 0 to 15, once in every 16 bytes.</summary>
    public static Vector256<byte> OnesOfNibble => Vector256.Create(PackedTier128.OnesOfNibble, PackedTier128.OnesOfNibble);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Load(uint* words) => Vector256.Load(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint> vector, uint* words) => vector.Store(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> And(Vector256<uint> first, Vector256<uint> second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Xor(Vector256<uint> first, Vector256<uint> second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Select(Vector256<uint> select, Vector256<uint> whereOne, Vector256<uint> whereZero) =>
        Vector256.ConditionalSelect(select, whereOne, whereZero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AddOnes(Vector256<uint> counts, Vector256<uint> vector)
    {
        Vector256<byte> nibble = Vector256.Create((byte)0x0F);
        Vector256<byte> low = vector.AsByte() & nibble;
        Vector256<byte> high = Vector256.ShiftRightLogical(vector, 4).AsByte() & nibble;
        return (counts.AsByte() + Avx2.Shuffle(OnesOfNibble, low) + Avx2.Shuffle(OnesOfNibble, high)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector256<uint> counts) =>
        Vector256.Sum(Avx2.SumAbsoluteDifferences(counts.AsByte(), Vector256<byte>.Zero).AsInt64());
}
