using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Sums over positions and lanes.
/// </summary>
public static unsafe class LaneReduction
{
    /// <summary>Sums rows of vectors: each lane from the first vector to the last, then the lanes by the fixed tree.</summary>
    /// <param name="source">Rows one after another.</param>
    /// <param name="rowLength">Floats per row, a multiple of 16.</param>
    /// <param name="sums">Receives a sum per row.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void SumRows(ReadOnlySpan<float> source, int rowLength, Span<float> sums)
    {
        Require.Length(source, sums.Length * rowLength);
        fixed (float* start = source)
        {
            float* vector = start;
            for (int row = 0; row < sums.Length; row++)
            {
                Vector512<float> sum = Vector512<float>.Zero;
                for (float* end = vector + rowLength; vector < end; vector += LaneVector.Count)
                {
                    sum += Vector512.Load(vector);
                }

                sums[row] = LaneVector.Sum(sum);
            }
        }
    }
}
