using System;
using ScEdge.Stochastic.Metrics;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;
using ScEdge.Stochastic.Tests.Streams;

namespace ScEdge.Stochastic.Tests.Operators;

public sealed class FsmTanhTests
{
    /// <summary>
    /// The stationary mean is (r^(n/2) - 1) / (r^(n/2) + 1) with r = (1 + x) / (1 - x). Independent replicates, each with a
    /// first block of 40 n^2 cycles thrown away, in which the memory fades below 1e-10; 5 standard errors.
    /// </summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.25)]
    [InlineData(4, -0.5)]
    [InlineData(8, 0.125)]
    [InlineData(8, 0.0)]
    public void Apply_IndependentBits_HasTheStationaryMean(int states, double x)
    {
        double power = Math.Pow((1 + x) / (1 - x), states / 2);
        double expected = (power - 1) / (power + 1);
        ErrorStatistics statistics = Replications.Run(400, expected, r =>
        {
            var circuit = new FsmTanh(states);
            circuit.Apply(Replications.Bipolar(x, 40 * states * states, 70, r));
            return circuit.Apply(Replications.Bipolar(x, 1024, 71, r)).Value;
        });
        Assert.InRange(statistics.Bias, -5 * statistics.StandardError, 5 * statistics.StandardError);
        Assert.Equal(Math.Tanh(states / 2 * Math.Atanh(x)), expected, 12);
    }

    // From state 2 up to 3, where the second one is lost; then 2 1 0 0 0 1 2: two zeros are lost at the bottom.
    [Fact]
    [Trait("Kind", "Unit")]
    public void Apply_Bits_StepTheStateAndKeepIt()
    {
        var circuit = new FsmTanh(4);
        Assert.Equal("11", BitPattern.Text(circuit.Apply(BitPattern.Parse("11", StreamEncoding.Bipolar))));
        Assert.Equal("1000001", BitPattern.Text(circuit.Apply(BitPattern.Parse("0000011", StreamEncoding.Bipolar))));
        circuit.Reset();
        Assert.Equal("0", BitPattern.Text(circuit.Apply(BitPattern.Parse("0", StreamEncoding.Bipolar))));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BadArguments_EveryEntry_Throw()
    {
        Assert.Throws<ArgumentException>(() => new FsmTanh(3));
        Assert.Throws<ArgumentException>(() => new FsmTanh(0));
        Assert.Throws<ArgumentException>(() => new FsmTanh(4).Apply(new Bitstream(4, StreamEncoding.Unipolar)));
        Assert.Throws<ArgumentException>(() => new FsmTanh(4).Apply(new Bitstream(4, StreamEncoding.Bipolar, 1, false)));
    }
}
