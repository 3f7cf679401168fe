using System;
using System.Numerics;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

public sealed class SobolDirectionNumbersTests
{
    /// <summary>
    /// A checksum of all 32 x 32 numbers that a Python program computed from the published table new-joe-kuo-6, with
    /// the recurrence in its integer form.
    /// </summary>
    [Fact]
    [Trait("Kind", "Golden")]
    public void Of_EveryDimension_HasTheChecksumOfThePublishedTable()
    {
        ulong hash = 0xCBF29CE484222325;
        for (int dimension = 1; dimension <= SobolDirectionNumbers.Dimensions; dimension++)
        {
            foreach (uint direction in SobolDirectionNumbers.Of(dimension))
            {
                hash = (hash ^ direction) * 0x100000001B3;
            }
        }

        Assert.Equal(0xEF91EFDD6D827365, hash);
    }

    /// <summary>m_k is odd: the last one of direction number k (from 1) is its k-th binary digit.</summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Of_EveryDirection_IsAnOddNumerator()
    {
        for (int dimension = 1; dimension <= SobolDirectionNumbers.Dimensions; dimension++)
        {
            uint[] directions = SobolDirectionNumbers.Of(dimension);
            for (int k = 0; k < 32; k++)
            {
                Assert.Equal(31 - k, BitOperations.TrailingZeroCount(directions[k]));
            }
        }
    }

    /// <summary>
    /// Sobol's property A, which Joe and Kuo kept for all dimensions: in d dimensions every aligned block of 2^d points puts
    /// one in each of the 2^d cubes of side 1/2. That is so if the first digits of the first d direction numbers make a
    /// matrix without null space.
    /// </summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Of_FirstDimensions_HavePropertyA()
    {
        for (int d = 1; d <= SobolDirectionNumbers.Dimensions; d++)
        {
            uint[] rows = new uint[d];
            for (int j = 0; j < d; j++)
            {
                uint[] directions = SobolDirectionNumbers.Of(j + 1);
                for (int k = 0; k < d; k++)
                {
                    rows[j] |= (directions[k] >> 31) << k;
                }
            }

            Assert.Equal(d, BinaryMatrix.Rank(rows));
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(0)]
    [InlineData(33)]
    public void Of_OutOfRange_Throws(int dimension)
    {
        Assert.Throws<ArgumentException>(() => SobolDirectionNumbers.Of(dimension));
    }
}
