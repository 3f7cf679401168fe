using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes;

/// <summary>AVX2: 8 lanes.</summary>
internal readonly unsafe struct LaneTier256 : ILaneTier<Vector256<uint>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Load(uint* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint> vector, uint* destination) => vector.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> BroadcastPair(uint* pair, int lane) => Vector256.Create(*(ulong*)pair).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> And(Vector256<uint> first, Vector256<uint> second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Or(Vector256<uint> first, Vector256<uint> second) => first | second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Xor(Vector256<uint> first, Vector256<uint> second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> first, Vector256<uint> second) => first + second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Subtract(Vector256<uint> first, Vector256<uint> second) => first - second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftRight(Vector256<uint> vector, int count) => vector >>> count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftLeft(Vector256<uint> vector, int count) => vector << count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> CountBytes<TTier>(Vector256<uint> vector)
        where TTier : struct, ILaneTier<Vector256<uint>>
    {
        Vector256<byte> ones = NibbleCounts.Of256;
        Vector256<byte> nibble = Vector256.Create((byte)0x0F);
        Vector256<byte> lower = Avx2.Shuffle(ones, vector.AsByte() & nibble);
        return (lower + Avx2.Shuffle(ones, (vector >>> 4).AsByte() & nibble)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> AddBytes<TTier>(Vector256<uint> vector)
        where TTier : struct, ILaneTier<Vector256<uint>> =>
        Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(vector.AsByte(), Vector256<sbyte>.One), Vector256<short>.One).AsUInt32();
}
