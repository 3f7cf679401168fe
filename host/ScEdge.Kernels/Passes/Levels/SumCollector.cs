using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Brings sums of 16 bits, [row][column][channel] with a margin, to a map of 32 bits, [channel][row][column].
/// </summary>
internal sealed unsafe class SumCollector
{
    private const int Lanes = 8;

    private readonly int _channels;

    // The first channel's sum of each place of the map.
    private readonly int[] _places;

    /// <summary>Makes the collector of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether sums are of outputs; otherwise of the errors of inputs.</param>
    /// <param name="paddedWidth">Columns of the sums.</param>
    public SumCollector(WindowShape shape, bool forward, int paddedWidth)
    {
        (int height, int width) = forward ? (shape.OutputHeight, shape.OutputWidth) : (shape.Height, shape.Width);
        int marginHeight = forward ? shape.KernelHeight - 1 - shape.Padding : shape.Padding;
        int marginWidth = forward ? shape.KernelWidth - 1 - shape.Padding : shape.Padding;
        _channels = forward ? shape.Outputs : shape.Channels;
        _places = new int[height * width];
        for (int i = 0; i < _places.Length; i++)
        {
            _places[i] = (((i / width + marginHeight) * paddedWidth) + (i % width) + marginWidth) * _channels;
        }
    }

    /// <summary>Brings the sums to the map.</summary>
    /// <param name="tier">Instructions.</param>
    /// <param name="isFirst">Whether they are written; otherwise added to what is there.</param>
    /// <param name="sums">The sums, with room for one behind the last.</param>
    /// <param name="targets">The map.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Collect(VectorTier tier, bool isFirst, short* sums, Span<int> targets)
    {
        int plane = _places.Length;
        fixed (int* places = _places, map = targets[..(_channels * plane)])
        {
            int channel = 0;
            for (; tier >= VectorTier.Bits256 && channel + 1 < _channels; channel += 2)
            {
                CollectTwo(isFirst, sums + channel, places, map + ((nint)channel * plane));
            }

            for (; channel < _channels; channel++)
            {
                int* target = map + ((nint)channel * plane);
                for (nint i = 0; i < plane; i++)
                {
                    target[i] = (isFirst ? 0 : target[i]) + sums[places[i] + channel];
                }
            }
        }
    }

    /// <summary>Brings two channels, whose sums stand side by side in 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CollectTwo(bool isFirst, short* sums, int* places, int* first)
    {
        int plane = _places.Length;
        int* second = first + plane;
        nint i = 0;
        for (; i <= plane - Lanes; i += Lanes)
        {
            Vector256<int> both = Avx2.GatherVector256((int*)sums, Vector256.Load(places + i), sizeof(short));
            Vector256<int> ofFirst = (both << 16) >> 16;
            Vector256<int> ofSecond = both >> 16;
            if (!isFirst)
            {
                ofFirst += Vector256.Load(first + i);
                ofSecond += Vector256.Load(second + i);
            }

            ofFirst.Store(first + i);
            ofSecond.Store(second + i);
        }

        for (; i < plane; i++)
        {
            first[i] = (isFirst ? 0 : first[i]) + sums[places[i]];
            second[i] = (isFirst ? 0 : second[i]) + sums[places[i] + 1];
        }
    }
}
