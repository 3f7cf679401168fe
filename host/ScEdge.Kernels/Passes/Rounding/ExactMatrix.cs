using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// Products of matrices of integers, in doubles that hold every sum exactly, so that neither order nor width of vectors matters.
/// </summary>
/// <remarks>Rows have whole vectors; what stands behind their ends is zero.</remarks>
internal static unsafe class ExactMatrix
{
    private const int Lanes = 8;

    /// <summary>Returns the numbers from one row to the next.</summary>
    public static int Stride(int columns) => (columns + Lanes - 1) & -Lanes;

    /// <summary>Sets c[m][n] = sum over k of a[m aRow + k aColumn] b[k][n].</summary>
    /// <param name="a">First matrix.</param>
    /// <param name="aRow">Numbers from one of its rows to the next.</param>
    /// <param name="aColumn">Numbers from one of its columns to the next.</param>
    /// <param name="b">Second matrix.</param>
    /// <param name="c">Receives the product.</param>
    /// <param name="rows">Rows of the first matrix.</param>
    /// <param name="depth">Its columns, the rows of the second.</param>
    /// <param name="stride">Numbers from one row of the second matrix, and of the product, to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(double* a, int aRow, int aColumn, double* b, double* c, int rows, int depth, int stride)
    {
        int row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (int column = 0; column < stride; column += Lanes)
            {
                Vector512<double> first = Vector512<double>.Zero;
                Vector512<double> second = Vector512<double>.Zero;
                Vector512<double> third = Vector512<double>.Zero;
                Vector512<double> fourth = Vector512<double>.Zero;
                double* left = a + ((nint)row * aRow);
                double* right = b + column;
                for (int k = 0; k < depth; k++, left += aColumn, right += stride)
                {
                    Vector512<double> numbers = Vector512.Load(right);
                    first = Add(first, left[0], numbers);
                    second = Add(second, left[aRow], numbers);
                    third = Add(third, left[2 * (nint)aRow], numbers);
                    fourth = Add(fourth, left[3 * (nint)aRow], numbers);
                }

                double* target = c + ((nint)row * stride) + column;
                first.Store(target);
                second.Store(target + stride);
                third.Store(target + (2 * (nint)stride));
                fourth.Store(target + (3 * (nint)stride));
            }
        }

        for (; row < rows; row++)
        {
            double* target = c + ((nint)row * stride);
            for (int column = 0; column < stride; column += Lanes)
            {
                Vector512<double> sum = Vector512<double>.Zero;
                for (int k = 0; k < depth; k++)
                {
                    sum = Add(sum, a[((nint)row * aRow) + ((nint)k * aColumn)], Vector512.Load(b + ((nint)k * stride) + column));
                }

                sum.Store(target + column);
            }
        }
    }

    /// <summary>Returns the sum of the products of two rows.</summary>
    /// <param name="a">One row.</param>
    /// <param name="b">The other.</param>
    /// <param name="stride">Their length, whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(double* a, double* b, int stride)
    {
        Vector512<double> even = Vector512<double>.Zero;
        Vector512<double> odd = Vector512<double>.Zero;
        int i = 0;
        for (; i + (2 * Lanes) <= stride; i += 2 * Lanes)
        {
            even = Vector512.MultiplyAddEstimate(Vector512.Load(a + i), Vector512.Load(b + i), even);
            odd = Vector512.MultiplyAddEstimate(Vector512.Load(a + i + Lanes), Vector512.Load(b + i + Lanes), odd);
        }

        if (i < stride)
        {
            even = Vector512.MultiplyAddEstimate(Vector512.Load(a + i), Vector512.Load(b + i), even);
        }

        return Vector512.Sum(even + odd);
    }

    // Fused or not: products and sums are exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Add(Vector512<double> sum, double factor, Vector512<double> numbers) =>
        Vector512.MultiplyAddEstimate(Vector512.Create(factor), numbers, sum);
}
