using System;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// The product of a matrix and a vector in bipolar streams: XNOR multipliers and one counter for each row.
/// </summary>
/// <remarks>
/// A counter adds the N bits of all columns, C ones of N K; the sum of the products is (2 C - N K) / N. Unequal sources
/// for matrix and vector make the streams of a product independent.
/// </remarks>
public static class BipolarProductKernel
{
    /// <summary>Counts the ones of every row.</summary>
    /// <param name="matrix">Streams [row][column][word], tails zero.</param>
    /// <param name="vector">Streams [column][word], tails zero.</param>
    /// <param name="length">Stream length N in bits.</param>
    /// <param name="ones">Receives C of each row; its length is the number of rows.</param>
    public static void Multiply(ReadOnlySpan<uint> matrix, ReadOnlySpan<uint> vector, int length, Span<long> ones)
    {
        int words = (length + 31) / 32;
        ArgumentOutOfRangeException.ThrowIfNotEqual(vector.Length % Math.Max(words, 1), 0, nameof(vector));
        ArgumentOutOfRangeException.ThrowIfLessThan(matrix.Length, ones.Length * vector.Length, nameof(matrix));
        long bits = (long)(vector.Length / words) * length;
        for (int row = 0; row < ones.Length; row++)
        {
            ones[row] = BitstreamKernel.CountXnor(matrix.Slice(row * vector.Length, vector.Length), vector, bits);
        }
    }
}
