using System;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    private int _count;

    /// <summary>Gets the numbers, and zeros behind a few.</summary>
    public ReadOnlySpan<int> Values => new((int*)_values.Words, Math.Max(_count, Fewest));

    /// <summary>Gets room for the levels of <see cref="Values"/>.</summary>
    public LevelSpan Levels => new(_levels.AsSpan(0, Math.Max(_count, Fewest)), _signs.AsSpan(0, Math.Max(_count, Fewest)));

    /// <summary>Takes those of a map.</summary>
    public void Take(ReadOnlySpan<int> map) => Take(KernelTier.Current, map);

    /// <summary>Writes <see cref="Levels"/> to the places of the numbers in the map; all others have level 0.</summary>
    /// <param name="map">Receives the levels of the map.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(LevelSpan map)
    {
        map.Signs.Clear();
        int* places = (int*)_places.Words;
        fixed (byte* levels = _levels, level = map.Levels)
        fixed (sbyte* signs = _signs, sign = map.Signs)
        {
            for (nint i = 0; i < _count; i++)
            {
                nint place = places[i];
                level[place] = levels[i];
                sign[place] = signs[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Take(VectorTier tier, ReadOnlySpan<int> map)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(map.Length, capacity, nameof(map));
        int* value = (int*)_values.Words;
        int* place = (int*)_places.Words;
        nint count = 0;
        fixed (int* numbers = map)
        {
            int i = 0;
            for (; tier == VectorTier.Bits512 && i <= map.Length - Lanes; i += Lanes)
            {
                Vector512<int> vector = Vector512.Load(numbers + i);
                Vector512<int> isPresent = Avx512F.CompareNotEqual(vector, Vector512<int>.Zero);
                Avx512F.Compress(Vector512<int>.Zero, isPresent, vector).Store(value + count);
                Avx512F.Compress(Vector512<int>.Zero, isPresent, Vector512<int>.Indices + Vector512.Create(i)).Store(place + count);
                count += BitOperations.PopCount(isPresent.ExtractMostSignificantBits());
            }

            // Without a branch: a zero is written over.
            for (; i < map.Length; i++)
            {
                value[count] = numbers[i];
                place[count] = i;
                count += numbers[i] == 0 ? 0 : 1;
            }
        }

        _count = (int)count;
        if (count < Fewest)
        {
            new Span<int>(value + count, Fewest - _count).Clear();
        }
    }
}
