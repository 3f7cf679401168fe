using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

public sealed class LfsrSourceTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Next_WidthsUpTo20_VisitsEveryNumberButZeroOnce()
    {
        for (int width = 3; width <= 20; width++)
        {
            int period = (1 << width) - 1;
            var source = new LfsrSource(width, 1);
            var seen = new BitArray(period + 1);
            for (int i = 0; i < period; i++)
            {
                int number = (int)source.Next();
                Assert.False(seen[number]);
                seen[number] = true;
            }

            Assert.False(seen[0]);
            Assert.Equal(1u, source.Next());
        }
    }

    /// <summary>
    /// The step is a matrix A over GF(2); the period is 2^n - 1 exactly if A to that power is the identity and A to
    /// (2^n - 1) / q is not for any prime factor q.
    /// </summary>
    [Fact]
    [Trait("Kind", "Property")]
    public void Next_EveryWidth_HasStepMatrixOfFullOrder()
    {
        for (int width = 3; width <= 32; width++)
        {
            uint[] step = StepMatrix(width);
            uint[] identity = [.. Enumerable.Range(0, width).Select(i => 1u << i)];
            long order = (1L << width) - 1;
            Assert.Equal(identity, Power(step, order));
            foreach (long factor in PrimeFactors(order))
            {
                Assert.NotEqual(identity, Power(step, order / factor));
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Next_FirstNumber_IsTheSeedAlsoAfterReset()
    {
        var source = new LfsrSource(8, 0xB7);
        Assert.Equal(0xB7u, source.Next());
        source.Next();
        source.Reset();
        Assert.Equal(0xB7u, source.Next());
    }

    // Taps 8, 6, 5, 4: the feedback of 1 is 0, of 8 is 1, worked out by hand.
    [Fact]
    [Trait("Kind", "Golden")]
    public void Next_EightBits_FollowsItsTaps()
    {
        var source = new LfsrSource(8, 1);
        uint[] numbers = [.. Enumerable.Range(0, 8).Select(_ => source.Next())];
        Assert.Equal([0x01u, 0x02u, 0x04u, 0x08u, 0x11u, 0x23u, 0x47u, 0x8Eu], numbers);
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(8, 0u)]
    [InlineData(8, 256u)]
    [InlineData(2, 1u)]
    [InlineData(33, 1u)]
    public void Constructor_SeedOrWidthOutOfRange_Throws(int width, uint seed)
    {
        Assert.Throws<ArgumentException>(() => new LfsrSource(width, seed));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void OnesPerPeriod_EveryNumerator_IsWhatTheComparatorMakes()
    {
        for (int width = 3; width <= 9; width++)
        {
            var generator = new StochasticNumberGenerator(new LfsrSource(width, 1));
            for (int numerator = 0; numerator <= 1 << width; numerator++)
            {
                int ones = generator.GenerateUnipolar(numerator, (1 << width) - 1).CountOnes();
                Assert.Equal(LfsrSource.OnesPerPeriod(numerator), ones);
            }
        }
    }

    private static uint[] StepMatrix(int width) =>
    [
        .. Enumerable.Range(0, width).Select(i =>
        {
            var source = new LfsrSource(width, 1u << i);
            source.Next();
            return source.Next();
        }),
    ];

    private static uint Apply(uint[] matrix, uint vector)
    {
        uint result = 0;
        for (int i = 0; i < matrix.Length; i++)
        {
            result ^= ((vector >> i) & 1) != 0 ? matrix[i] : 0;
        }

        return result;
    }

    private static uint[] Power(uint[] matrix, long exponent)
    {
        uint[] result = [.. Enumerable.Range(0, matrix.Length).Select(i => 1u << i)];
        for (uint[] square = matrix; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                result = [.. result.Select(column => Apply(square, column))];
            }

            square = [.. square.Select(column => Apply(square, column))];
        }

        return result;
    }

    private static IEnumerable<long> PrimeFactors(long number)
    {
        for (long factor = 2; factor * factor <= number; factor++)
        {
            if (number % factor == 0)
            {
                yield return factor;
                while (number % factor == 0)
                {
                    number /= factor;
                }
            }
        }

        if (number > 1)
        {
            yield return number;
        }
    }
}
