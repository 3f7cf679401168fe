using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class CordivDividerTests
{
    [Theory]
    [Trait("Kind", "Property")]
    [InlineData(false)]
    [InlineData(true)]
    public void Divide_EveryLength_IsTheCircuitSteppedCycleByCycle(bool initialState)
    {
        for (int length = 1; length <= 200; length++)
        {
            // Also streams that are not nested: the multiplexer looks at the dividend only where the divisor is one.
            Bitstream dividend = Replications.Unipolar(0.4, length, 60, (uint)length);
            Bitstream divisor = Replications.Unipolar(length / 200.0, length, 61, (uint)length);
            Bitstream quotient = CordivDivider.Divide(dividend, divisor, initialState);
            bool state = initialState;
            for (int t = 0; t < length; t++)
            {
                state = divisor[t] ? dividend[t] : state;
                Assert.Equal(state, quotient[t]);
            }

            Assert.True(BitPattern.TailIsClear(quotient));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void DivideWord_EveryByte_IsTheCircuitSteppedCycleByCycle()
    {
        for (uint divisor = 0; divisor < 256; divisor++)
        {
            for (uint bits = 0; bits < 512; bits++)
            {
                uint dividend = bits & divisor;
                uint state = bits >> 8;
                uint expected = 0;
                uint flipFlop = state;
                for (int t = 0; t < 32; t++)
                {
                    flipFlop = ((divisor * 0x01010101) >> t & 1) != 0 ? (dividend * 0x01010101) >> t & 1 : flipFlop;
                    expected |= flipFlop << t;
                }

                Assert.Equal(expected & 0x00FFFFFF, CordivWord.Divide(dividend * 0x01010101, divisor * 0x01010101, 0x00FFFFFF, ref state));
                Assert.Equal(flipFlop, state);
            }
        }
    }

    /// <summary>E = q + (s - q) h (1 - h^N) / (N py) with h = 1 - py: exact for independent cycles; 5 standard errors.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0.25, 0.5, false)]
    [InlineData(0.25, 0.5, true)]
    [InlineData(0.046875, 0.0625, false)]
    [InlineData(0.5, 0.53125, true)]
    public void Divide_NestedStreams_HasTheMeanOfTheory(double px, double py, bool initialState)
    {
        const int Length = 128;
        ErrorStatistics statistics = Quotients(px, py, initialState, Length);
        double q = px / py;
        double h = 1 - py;
        double bias = ((initialState ? 1 : 0) - q) * h * (1 - Math.Pow(h, Length)) / (Length * py);
        Assert.InRange(statistics.Bias - bias, -5 * statistics.StandardError, 5 * statistics.StandardError);
    }

    /// <summary>Var is near q (1 - q) (2 - py) / (py N) when N py is large: 5 sigma and 3 % for the terms left out.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Divide_NestedStreams_HasTheVarianceOfTheory()
    {
        ErrorStatistics statistics = Quotients(0.25, 0.5, false, 512);
        double ratio = statistics.StandardDeviation * statistics.StandardDeviation / (0.25 * 3 / 512);
        double bound = (5 * Math.Sqrt(2.0 / statistics.Count)) + 0.03;
        Assert.InRange(ratio, 1 - bound, 1 + bound);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Divide_DivisorZeroOrOne_HoldsOrCopies()
    {
        Bitstream dividend = BitPattern.Parse("0110", StreamEncoding.Unipolar, 1);
        Assert.Equal("1111", BitPattern.Text(CordivDivider.Divide(dividend, Bitstream.Zeros(4, StreamEncoding.Unipolar), true)));
        Bitstream copy = CordivDivider.Divide(dividend, BitPattern.Parse("1111", StreamEncoding.Unipolar, 3), false);
        Assert.Equal("0110", BitPattern.Text(copy));
        Assert.Equal(-2, copy.ScaleExponent);
        Assert.Throws<ArgumentException>(() => CordivDivider.Divide(dividend, new Bitstream(4, StreamEncoding.Bipolar), false));
    }

    private static ErrorStatistics Quotients(double px, double py, bool initialState, int length) =>
        Replications.Run(5000, px / py, r =>
        {
            Bitstream[] nested = new SharedSourceGenerator(new CounterSource(62, 0, r, 16), 16)
                .Generate(StreamEncoding.Unipolar, [(long)(px * 65536), (long)(py * 65536)], length);
            return CordivDivider.Divide(nested[0], nested[1], initialState).Value;
        });
}
