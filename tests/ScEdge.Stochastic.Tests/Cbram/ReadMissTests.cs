using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public sealed class ReadMissTests
{
    [Theory]
    [InlineData(0.01, 0.0)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.2, 0.05)]
    public void Response_MissedReads_TakeTheirShareOfTheOnes(double miss, double disturb)
    {
        CellResponse response = new(new() { ReadMiss = miss, ReadDisturb = disturb });
        for (uint wanted = 1; wanted < 65536; wanted += 997)
        {
            // Half a unit of rounding at each of two nodes; between them the law is a straight line of p.
            double p = wanted / 65536.0;
            Assert.InRange(response.Probability(wanted, 0) - (65536 * ((p * (1 - miss)) + ((1 - p) * disturb))), -1.6, 0.6);
        }

        Assert.Equal(response.Nodes.Order(), response.Nodes);
    }

    [Fact]
    public void Bank_MissedReads_LeaveTheCounts()
    {
        CellBank bank = new(new CellBankSettings { Lanes = 1, ReadMiss = 0.25 }, 0);
        OperationCounts counts = new();
        const int Numbers = 20_000;
        long ones = 0;
        for (uint i = 0; i < Numbers; i++)
        {
            ones += bank.CountOnes(0, 32768, 32, 1, 2, i * 16, counts);
        }

        double bits = 32.0 * Numbers;
        double error = 5 * Math.Sqrt(0.375 * 0.625 / bits);
        Assert.InRange(ones / bits, 0.375 - error, 0.375 + error);
        Assert.Equal(ones, counts.SetEvents);
        Assert.Equal(32L * Numbers, counts.SetPulses);
    }
}
