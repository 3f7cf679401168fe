using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

public sealed class SobolSourceTests
{
    // The first points in sixteenths, dimensions 1 to 4, as tabulated with the authors' program.
    private static readonly uint[][] FirstPoints =
    [
        [0, 0, 0, 0], [8, 8, 8, 8], [12, 4, 4, 4], [4, 12, 12, 12], [6, 6, 10, 14],
        [14, 14, 2, 6], [10, 2, 14, 10], [2, 10, 6, 2], [3, 5, 15, 7], [11, 13, 7, 15],
    ];

    [Fact]
    [Trait("Kind", "Golden")]
    public void Next_FirstPoints_AreThePublishedOnes()
    {
        for (int dimension = 1; dimension <= 4; dimension++)
        {
            var source = new SobolSource(dimension, 4);
            Assert.Equal(FirstPoints.Select(point => point[dimension - 1]), FirstPoints.Select(_ => source.Next()));
        }
    }

    /// <summary>Every aligned block of 2^k numbers has every value of the top k digits once.</summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Next_EveryDimensionAndBlock_IsAPermutation()
    {
        const int Total = 1 << 12;
        for (int dimension = 1; dimension <= SobolDirectionNumbers.Dimensions; dimension++)
        {
            uint[] numbers = Numbers(dimension, 32, Total);
            for (int k = 0; k <= 12; k++)
            {
                for (int start = 0; start < Total; start += 1 << k)
                {
                    var tops = new HashSet<ulong>(numbers.Skip(start).Take(1 << k).Select(number => (ulong)number >> (32 - k)));
                    Assert.Equal(1 << k, tops.Count);
                }
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Next_NarrowSource_GivesTheTopDigits()
    {
        for (int width = 1; width <= 32; width++)
        {
            Assert.Equal(Numbers(7, 32, 300).Select(number => number >> (32 - width)), Numbers(7, width, 300));
        }
    }

    /// <summary>
    /// The quality t of a pair of dimensions: among 2^m points every elementary box of 2^t / 2^m holds 2^t. By Sobol's theorem
    /// t is at most the sum of (degree - 1), where dimension 1 counts as degree 1; so the pairs of dimensions 1 to 3 and all
    /// pairs with small degrees are nearly perfect. All 496 pairs are held to t at most 5 at m = 8, which is no help to the
    /// worst of them: 8 boxes of 32 points each.
    /// </summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Next_EveryPairOfDimensions_IsWellEquidistributed()
    {
        const int M = 8;
        int[] degrees = [1, 1, 2, 3, 3, 4, 4, 5, 5, 5, 5, 5, 5];
        int[] histogram = new int[M + 1];
        for (int i = 1; i <= SobolDirectionNumbers.Dimensions; i++)
        {
            for (int j = 1; j < i; j++)
            {
                int t = Quality(j, i, M);
                histogram[t]++;
                if (i <= degrees.Length)
                {
                    Assert.True(t <= degrees[i - 1] + degrees[j - 1] - 2, $"dimensions {j} and {i}: t = {t}");
                }
            }
        }

        Assert.Equal(496, histogram.Sum());
        Assert.True(histogram.Skip(6).Sum() == 0, string.Join(' ', histogram));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Reset_AfterNumbers_StartsAgain()
    {
        var source = new SobolSource(5, 8);
        uint[] first = [.. Enumerable.Range(0, 20).Select(_ => source.Next())];
        source.Reset();
        Assert.Equal(first, Enumerable.Range(0, 20).Select(_ => source.Next()));
    }

    private static uint[] Numbers(int dimension, int width, int count)
    {
        var source = new SobolSource(dimension, width);
        uint[] numbers = new uint[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = source.Next();
        }

        return numbers;
    }

    /// <summary>m less the largest number of leading digits, shared out in any way, that are linearly independent.</summary>
    private static int Quality(int first, int second, int m)
    {
        uint[] a = DigitRows(first, m);
        uint[] b = DigitRows(second, m);
        for (int digits = m; digits > 0; digits--)
        {
            if (Enumerable.Range(0, digits + 1).All(n => BinaryMatrix.Rank(a.Take(n).Concat(b.Take(digits - n))) == digits))
            {
                return m - digits;
            }
        }

        return m;
    }

    private static uint[] DigitRows(int dimension, int m)
    {
        uint[] directions = SobolDirectionNumbers.Of(dimension);
        uint[] rows = new uint[m];
        for (int digit = 0; digit < m; digit++)
        {
            for (int k = 0; k < m; k++)
            {
                rows[digit] |= ((directions[k] >> (31 - digit)) & 1) << k;
            }
        }

        return rows;
    }
}
