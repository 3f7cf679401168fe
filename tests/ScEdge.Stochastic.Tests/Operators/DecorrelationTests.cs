using System;
using System.Linq;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class DecorrelationTests
{
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(false)]
    [InlineData(true)]
    public void Delay_EveryLengthAndDelay_ShiftsTheBits(bool initialState)
    {
        foreach (int length in (int[])[1, 31, 32, 33, 64, 70, 100])
        {
            Bitstream stream = Replications.Unipolar(0.5, length, 90, (uint)length);
            string text = BitPattern.Text(stream);
            for (int cycles = 0; cycles <= 140; cycles++)
            {
                Bitstream delayed = Isolator.Delay(stream, cycles, initialState);
                int fill = Math.Min(cycles, length);
                Assert.Equal(new string(initialState ? '1' : '0', fill) + text[..(length - fill)], BitPattern.Text(delayed));
                Assert.True(BitPattern.TailIsClear(delayed));
            }
        }

        Assert.Throws<ArgumentException>(() => Isolator.Delay(new Bitstream(8, StreamEncoding.Unipolar), -1, false));
    }

    /// <summary>Squaring by one flip-flop: E = p^2 (N - 1) / N, the first cycle having no predecessor; 5 standard errors.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Delay_IndependentStream_Squares()
    {
        const int Length = 100;
        var statistics = Replications.Run(10000, 0.36 * (Length - 1) / Length, r =>
        {
            Bitstream stream = Replications.Generator(91, r).GenerateUnipolar(39322, Length);
            return AndMultiplier.Multiply(stream, Isolator.Delay(stream, 1, false)).Value;
        });

        // 39322 / 65536 is 0.6 and 6e-6.
        double bound = (5 * statistics.StandardError) + 1e-5;
        Assert.InRange(statistics.Bias, -bound, bound);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Regenerate_LengthDividesTheComparator_KeepsTheCountExactly()
    {
        for (int ones = 0; ones <= 64; ones++)
        {
            Bitstream stream = BitPattern.Parse(
                new string('1', ones) + new string('0', 64 - ones), StreamEncoding.SignMagnitude, 3, ones > 0);
            var regenerator = new Regenerator(new StochasticNumberGenerator(new SobolSource(2, 8)));
            Bitstream fresh = regenerator.Regenerate(stream);
            Assert.Equal(stream.Value, fresh.Value);
            Assert.Equal((3, ones > 0), (fresh.ScaleExponent, fresh.IsNegative));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Regenerate_AnyLength_RoundsTheProbabilityHalfUp()
    {
        // A ramp of w bits shows P itself: the ones come first.
        foreach (int length in (int[])[3, 7, 100])
        {
            for (int ones = 0; ones <= length; ones++)
            {
                Bitstream stream = BitPattern.Parse(new string('1', ones) + new string('0', length - ones));
                Bitstream fresh = new Regenerator(new StochasticNumberGenerator(new RampSource(6))).Regenerate(stream);
                int expected = (int)Math.Floor((ones * 64.0 / length) + 0.5);
                Assert.Equal(Enumerable.Range(0, length).Count(t => t % 64 < expected), fresh.CountOnes());
            }
        }
    }

    /// <summary>x times itself is x; x times its regenerated self is x^2, E[(C / N)^2] = p^2 + p (1 - p) / N; 5 standard errors.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Regenerate_ReconvergentStream_Squares()
    {
        const int Length = 128;
        const double P = 0.375;
        var statistics = Replications.Run(10000, (P * P) + (P * (1 - P) / Length), r =>
        {
            Bitstream stream = Replications.Unipolar(P, Length, 92, r);
            Bitstream fresh = new Regenerator(Replications.Generator(93, r)).Regenerate(stream);
            return AndMultiplier.Multiply(stream, fresh).Value;
        });
        Assert.InRange(statistics.Bias, -5 * statistics.StandardError, 5 * statistics.StandardError);
    }
}
