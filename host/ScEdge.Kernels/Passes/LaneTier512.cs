using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes;

/// <summary>AVX-512: 16 lanes.</summary>
internal readonly unsafe struct LaneTier512 : ILaneTier<Vector512<uint>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Load(uint* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<uint> vector, uint* destination) => vector.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> BroadcastPair(uint* pair, int lane) => Vector512.Create(*(ulong*)pair).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> And(Vector512<uint> first, Vector512<uint> second) => first & second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Or(Vector512<uint> first, Vector512<uint> second) => first | second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Xor(Vector512<uint> first, Vector512<uint> second) => first ^ second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> first, Vector512<uint> second) => first + second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Subtract(Vector512<uint> first, Vector512<uint> second) => first - second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftRight(Vector512<uint> vector, int count) => vector >>> count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftLeft(Vector512<uint> vector, int count) => vector << count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Majority<TTier>(Vector512<uint> first, Vector512<uint> second, Vector512<uint> third)
        where TTier : struct, ILaneTier<Vector512<uint>> =>
        Avx512F.TernaryLogic(first, second, third, 0xE8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Parity<TTier>(Vector512<uint> first, Vector512<uint> second, Vector512<uint> third)
        where TTier : struct, ILaneTier<Vector512<uint>> =>
        Avx512F.TernaryLogic(first, second, third, 0x96);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> AndXor<TTier>(Vector512<uint> first, Vector512<uint> second, Vector512<uint> third)
        where TTier : struct, ILaneTier<Vector512<uint>> =>
        Avx512F.TernaryLogic(first, second, third, 0x6A);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> CountBytes<TTier>(Vector512<uint> vector)
        where TTier : struct, ILaneTier<Vector512<uint>>
    {
        Vector512<byte> ones = NibbleCounts.Of512;
        Vector512<byte> nibble = Vector512.Create((byte)0x0F);
        Vector512<byte> lower = Avx512BW.Shuffle(ones, vector.AsByte() & nibble);
        return (lower + Avx512BW.Shuffle(ones, (vector >>> 4).AsByte() & nibble)).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> AddBytes<TTier>(Vector512<uint> vector)
        where TTier : struct, ILaneTier<Vector512<uint>> =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(vector.AsByte(), Vector512<sbyte>.One), Vector512<short>.One).AsUInt32();
}
