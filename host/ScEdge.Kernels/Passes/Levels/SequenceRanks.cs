using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The rank of every number of a sequence: how many are smaller, or equal and earlier.
/// </summary>
/// <remarks>
/// All are compared with all, 64 at once: N^2 / 32 comparisons without a branch are faster, up to 256 numbers, than sorting, whose branches no
/// processor foresees.
/// </remarks>
internal static unsafe class SequenceRanks
{
    private const int Half = 32;
    private const int Block = 2 * Half;

    /// <summary>Finds the ranks.</summary>
    /// <param name="numbers">Numbers in time.</param>
    /// <param name="length">How many, whole 64, at most 256.</param>
    /// <param name="ranks">Receives the rank of each.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Find(ushort* numbers, int length, byte* ranks)
    {
        for (nint block = 0; block < length; block += Block)
        {
            Vector512<ushort> first = Vector512.Load(numbers + block);
            Vector512<ushort> second = Vector512.Load(numbers + block + Half);

            // All earlier ones but those that are larger.
            Vector512<ushort> firstRank = Vector512.Create((ushort)block);
            Vector512<ushort> secondRank = Vector512.Create((ushort)(block + Half));
            for (nint time = 0; time < block; time++)
            {
                Vector512<ushort> other = Vector512.Create(numbers[time]);
                firstRank -= IsLarger(other, first);
                secondRank -= IsLarger(other, second);
            }

            for (nint time = block; time < block + Half; time++)
            {
                Vector512<ushort> ofFirst = Vector512.Create(numbers[time]);
                Vector512<ushort> ofSecond = Vector512.Create(numbers[time + Half]);
                Vector512<ushort> isLater = Vector512.GreaterThan(Vector512<ushort>.Indices, Vector512.Create((ushort)(time - block)));
                firstRank -= Vector512.GreaterThan(first, ofFirst) | (Vector512.Equals(first, ofFirst) & isLater);
                firstRank += IsLarger(first, ofSecond);
                secondRank -= IsLarger(ofFirst, second);
                secondRank -= Vector512.GreaterThan(second, ofSecond) | (Vector512.Equals(second, ofSecond) & isLater);
            }

            for (nint time = block + Block; time < length; time++)
            {
                Vector512<ushort> other = Vector512.Create(numbers[time]);
                firstRank += IsLarger(first, other);
                secondRank += IsLarger(second, other);
            }

            Avx512BW.ConvertToVector256Byte(firstRank).Store(ranks + block);
            Avx512BW.ConvertToVector256Byte(secondRank).Store(ranks + block + Half);
        }
    }

    /// <summary>Returns 1 where a number is larger, 0 elsewhere; without masks, which take longer to become numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> IsLarger(Vector512<ushort> one, Vector512<ushort> other) =>
        Vector512.Min(Avx512BW.SubtractSaturate(one, other), Vector512<ushort>.One);
}
