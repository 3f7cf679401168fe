using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Maximum pooling of integers: the twin of <see cref="MapLayers.Pool"/> and <see cref="MapLayers.PoolErrors"/>.
/// </summary>
public static unsafe class PoolingKernel
{
    private const int Lanes = 16;

    /// <summary>Takes the largest of each 2 x 2 counts; an odd last row or column is left out.</summary>
    /// <param name="inputs">Map [channel][row][column].</param>
    /// <param name="channels">Channels.</param>
    /// <param name="height">Rows of the input.</param>
    /// <param name="width">Columns of the input.</param>
    /// <param name="outputs">Receives the maxima.</param>
    /// <param name="winners">Receives the place of each maximum in the input, the first of equal ones row by row.</param>
    public static void Pool(int[] inputs, int channels, int height, int width, int[] outputs, int[] winners) =>
        Pool(KernelTier.Current, inputs, channels, height, width, outputs, winners);

    /// <summary>Passes errors back through the pooling: each goes to the place of its maximum.</summary>
    /// <param name="errors">Errors of the maxima.</param>
    /// <param name="winners">Places of the maxima, within the input.</param>
    /// <param name="inputErrors">Receives the errors of the input.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void PoolErrors(ReadOnlySpan<int> errors, ReadOnlySpan<int> winners, Span<int> inputErrors)
    {
        inputErrors.Clear();
        fixed (int* error = errors[..winners.Length], winner = winners, inputError = inputErrors)
        {
            for (nint i = 0; i < winners.Length; i++)
            {
                inputError[winner[i]] = error[i];
            }
        }
    }

    internal static void Pool(VectorTier tier, int[] inputs, int channels, int height, int width, int[] outputs, int[] winners)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(winners);
        if (tier == VectorTier.Bits512)
        {
            Pool512(inputs, channels, height, width, outputs, winners);
        }
        else
        {
            MapLayers.Pool(inputs, channels, height, width, outputs, winners);
        }
    }

    /// <summary>Sixteen maxima at once; what is beyond the end of a row, the next row writes over.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Pool512(int[] inputs, int channels, int height, int width, int[] outputs, int[] winners)
    {
        int pooledWidth = width / 2;
        int place = 0;
        fixed (int* input = inputs, output = outputs, winner = winners)
        {
            for (int row = 0; row < channels * (height / 2); row++)
            {
                int first = ((row / (height / 2) * height) + (row % (height / 2) * 2)) * width;
                for (int x = 0; x < pooledWidth; x += Lanes, first += 2 * Lanes)
                {
                    int count = Math.Min(Lanes, pooledWidth - x);
                    if (first + width + (2 * Lanes) <= inputs.Length && place + Lanes <= outputs.Length)
                    {
                        Pool16(input, first, width, output + place, winner + place);
                    }
                    else
                    {
                        Pool(input, first, width, count, output + place, winner + place);
                    }

                    place += count;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pool16(int* input, int first, int width, int* output, int* winner)
    {
        Vector512<int> even = Vector512<int>.Indices * 2;
        Vector512<int> odd = even + Vector512<int>.One;
        int* upper = input + first;
        int* lower = upper + width;
        Vector512<int> most = Avx512F.PermuteVar16x32x2(Vector512.Load(upper), even, Vector512.Load(upper + Lanes));
        Vector512<int> place = even + Vector512.Create(first);
        Vector512<int> next = place + Vector512<int>.One;
        Take(Avx512F.PermuteVar16x32x2(Vector512.Load(upper), odd, Vector512.Load(upper + Lanes)), next, ref most, ref place);
        Vector512<int> below = even + Vector512.Create(first + width);
        Take(Avx512F.PermuteVar16x32x2(Vector512.Load(lower), even, Vector512.Load(lower + Lanes)), below, ref most, ref place);
        next = below + Vector512<int>.One;
        Take(Avx512F.PermuteVar16x32x2(Vector512.Load(lower), odd, Vector512.Load(lower + Lanes)), next, ref most, ref place);
        most.Store(output);
        place.Store(winner);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector512<int> candidate, Vector512<int> itsPlace, ref Vector512<int> most, ref Vector512<int> place)
    {
        place = Vector512.ConditionalSelect(Vector512.GreaterThan(candidate, most), itsPlace, place);
        most = Vector512.Max(most, candidate);
    }

    private static void Pool(int* input, int first, int width, int count, int* output, int* winner)
    {
        for (int i = 0; i < count; i++, first += 2)
        {
            int place = first;
            place = input[first + 1] > input[place] ? first + 1 : place;
            place = input[first + width] > input[place] ? first + width : place;
            place = input[first + width + 1] > input[place] ? first + width + 1 : place;
            output[i] = input[place];
            winner[i] = place;
        }
    }
}
