using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The numbers of a map that are not zero, one after the other: most of a map of errors, and half of a rectified one, are.
/// </summary>
/// <param name="capacity">Most numbers of a map.</param>
public sealed unsafe class PresentNumbers(int capacity)
{
    private const int Lanes = 16;

    // Fewer than so many are filled up with zeros: then their levels are found at once.
    private const int Fewest = 64;

    // Room for what is written beyond the last.
    private readonly WordBuffer _values = new(capacity + Fewest);
    private readonly WordBuffer _places = new(capacity + Lanes);
    private readonly byte[] _levels = new byte[capacity + Fewest];
    private readonly sbyte[] _signs = new sbyte[capacity + Fewest];

    /// <summary>Gets how many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the numbers, and zeros behind a few.</summary>
    public ReadOnlySpan<int> Values => new((int*)_values.Words, Math.Max(Count, Fewest));

    /// <summary>Gets room for the levels of <see cref="Values"/>.</summary>
    public LevelSpan Levels => new(_levels.AsSpan(0, Math.Max(Count, Fewest)), _signs.AsSpan(0, Math.Max(Count, Fewest)));

    /// <summary>Places of the numbers in the map, plane by plane.</summary>
    internal int* Places => (int*)_places.Words;

    /// <summary>Takes those of a map.</summary>
    public void Take(ReadOnlySpan<int> map) => Take(KernelTier.Current, map, []);

    /// <summary>Takes those of some numbers of a map, whose others are zero.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="places">Place of each in the map, plane by plane; empty where they are the whole map.</param>
    public void Take(ReadOnlySpan<int> numbers, ReadOnlySpan<int> places) => Take(KernelTier.Current, numbers, places);

    /// <summary>Takes all of a map, zeros too: bipolar streams of zero have ones.</summary>
    public void TakeAll(ReadOnlySpan<int> map)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(map.Length, capacity, nameof(map));
        int* value = (int*)_values.Words;
        int* place = (int*)_places.Words;
        for (int i = 0; i < map.Length; i++)
        {
            value[i] = map[i];
            place[i] = i;
        }

        Count = map.Length;
        FillUp(value);
    }

    /// <summary>Writes the numbers to places of their own, as kernels look products up; others stay as they are.</summary>
    /// <param name="placesByPlace">Where a number goes that has a place in the map; empty where it keeps its place.</param>
    /// <param name="pairs">Receives them as <see cref="LevelSpan.Pair"/> makes them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Spread(ReadOnlySpan<int> placesByPlace, Span<ushort> pairs)
    {
        int* places = Places;
        int count = Count;
        fixed (byte* levels = _levels)
        fixed (sbyte* signs = _signs)
        fixed (int* target = placesByPlace)
        fixed (ushort* pair = pairs)
        {
            for (nint i = 0; i < count; i++)
            {
                nint place = target == null ? places[i] : target[places[i]];
                pair[place] = LevelSpan.Pair(levels[i], signs[i]);
            }
        }
    }

    /// <summary>Returns how many of the numbers are, by level and sign, the same as the first of them.</summary>
    /// <param name="first">First of them.</param>
    /// <param name="count">How many they are.</param>
    internal int CountLikeFirst(int first, int count)
    {
        ReadOnlySpan<byte> levels = _levels.AsSpan(first, count);
        ReadOnlySpan<byte> signs = MemoryMarshal.AsBytes(_signs.AsSpan(first, count));
        Vector<byte> level = new(levels[0]);
        Vector<byte> sign = new(signs[0]);
        int alike = 0;
        int i = 0;
        for (; i <= count - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector<byte> isAlike = Vector.Equals(new Vector<byte>(levels[i..]), level) & Vector.Equals(new Vector<byte>(signs[i..]), sign);
            alike += Vector.Sum(isAlike & Vector<byte>.One);
        }

        for (; i < count; i++)
        {
            alike += levels[i] == levels[0] && signs[i] == signs[0] ? 1 : 0;
        }

        return alike;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Take(VectorTier tier, ReadOnlySpan<int> map, ReadOnlySpan<int> places)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(map.Length, capacity, nameof(map));
        ArgumentOutOfRangeException.ThrowIfLessThan(places.Length, places.IsEmpty ? 0 : map.Length, nameof(places));
        int* value = (int*)_values.Words;
        int* place = (int*)_places.Words;
        nint count = 0;
        fixed (int* numbers = map, given = places)
        {
            int i = 0;
            for (; tier == VectorTier.Bits512 && i <= map.Length - Lanes; i += Lanes)
            {
                Vector512<int> vector = Vector512.Load(numbers + i);
                Vector512<int> at = given == null ? Vector512<int>.Indices + Vector512.Create(i) : Vector512.Load(given + i);
                Vector512<int> isPresent = Avx512F.CompareNotEqual(vector, Vector512<int>.Zero);
                Avx512F.Compress(Vector512<int>.Zero, isPresent, vector).Store(value + count);
                Avx512F.Compress(Vector512<int>.Zero, isPresent, at).Store(place + count);
                count += BitOperations.PopCount(isPresent.ExtractMostSignificantBits());
            }

            // Without a branch: a zero is written over.
            for (; i < map.Length; i++)
            {
                value[count] = numbers[i];
                place[count] = given == null ? i : given[i];
                count += numbers[i] == 0 ? 0 : 1;
            }
        }

        Count = (int)count;
        FillUp(value);
    }

    private void FillUp(int* values)
    {
        if (Count < Fewest)
        {
            new Span<int>(values + Count, Fewest - Count).Clear();
        }
    }
}
