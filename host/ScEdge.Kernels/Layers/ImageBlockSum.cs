using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Adds the gradients of the blocks of a batch, block 0 first.
/// </summary>
public static unsafe class ImageBlockSum
{
    /// <summary>Sums rows that start on whole vectors in the blocks and lie close together in the result.</summary>
    /// <param name="blocks">Gradients, a buffer per block.</param>
    /// <param name="blockCount">Blocks that take part: the first so many, at least 1.</param>
    /// <param name="offset">Where the first row starts in each block, a multiple of 16.</param>
    /// <param name="columns">Floats per row; the next row starts at the next whole vector.</param>
    /// <param name="destination">Receives rows of so many floats; its length decides how many.</param>
    public static void Run(LaneBuffer[] blocks, int blockCount, int offset, int columns, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        for (; destination.Length >= columns; destination = destination[columns..])
        {
            Span<float> row = destination[..columns];
            blocks[0].Span.Slice(offset, columns).CopyTo(row);
            for (int block = 1; block < blockCount; block++)
            {
                Add(blocks[block].Span.Slice(offset, columns), row);
            }

            offset += LaneVector.RoundUp(columns);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> source, Span<float> sum)
    {
        fixed (float* from = source, to = sum)
        {
            int i = 0;
            for (; i + LaneVector.Count <= sum.Length; i += LaneVector.Count)
            {
                (Vector512.Load(to + i) + Vector512.Load(from + i)).Store(to + i);
            }

            for (; i < sum.Length; i++)
            {
                to[i] += from[i];
            }
        }
    }
}
