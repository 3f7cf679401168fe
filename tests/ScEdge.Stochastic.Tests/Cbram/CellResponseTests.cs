using System;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Tests.Cbram;

[Trait("Kind", "Unit")]
public class CellResponseTests
{
    [Theory]
    [InlineData(0.0, 0.0, 0.0, 0.0)]
    [InlineData(0.1, 0.0, 0.0, 0.0)]
    [InlineData(0.3, 0.0, 0.2, 0.0)]
    [InlineData(0.5, 0.0, -0.7, 0.0)]
    [InlineData(0.0, 0.3, 0.0, 0.0)]
    [InlineData(0.3, 0.5, 0.1, 0.01)]
    public void Probability_EveryWantedValue_FollowsTheLawWithinItsBound(
        double deviceToDevice, double cycleToCycle, double shift, double readDisturb)
    {
        CellResponse response = new(
            new() { DeviceToDevice = deviceToDevice, CycleToCycle = cycleToCycle, LnHazardShift = shift, ReadDisturb = readDisturb });
        foreach (int cellClass in deviceToDevice > 0 ? new[] { 0, 7, 15, 16, 28, 31 } : [0])
        {
            for (uint wanted = 1; wanted < BernoulliWord.One; wanted += 13)
            {
                double exact = Law(wanted / 65536.0, cellClass, deviceToDevice, cycleToCycle, shift, readDisturb);
                double actual = response.Probability(wanted, cellClass) / 65536.0;

                // Chord against curve, and half a step of rounding at each node and one of truncation.
                double bound = (0.002 * Math.Min(exact, 1 - (0.9 * exact))) + (2.0 / 65536);
                Assert.True(Math.Abs(actual - exact) <= bound, $"P={wanted} class {cellClass}: {actual} for {exact}");
            }
        }
    }

    [Fact]
    public void Probability_AnyClass_NeverFalls()
    {
        CellResponse response = new(new() { DeviceToDevice = 0.4, CycleToCycle = 0.2, LnHazardShift = 0.1 });
        for (int cellClass = 0; cellClass < CellClasses.Count; cellClass++)
        {
            uint last = 0;
            for (uint wanted = 0; wanted <= BernoulliWord.One; wanted++)
            {
                uint probability = response.Probability(wanted, cellClass);
                Assert.True(probability >= last, $"falls at P={wanted} of class {cellClass}");
                last = probability;
            }
        }
    }

    [Fact]
    public void Probability_NothingWanted_IsZero() =>
        Assert.Equal(0u, new CellResponse(new() { DeviceToDevice = 0.5, CycleToCycle = 0.5, LnHazardShift = 1.0 }).Probability(0, 3));

    [Fact]
    public void Deviation_AllClasses_HaveMeanZeroAndVarianceOne()
    {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < CellClasses.Count; i++)
        {
            sum += CellClasses.Deviation(i);
            squares += CellClasses.Deviation(i) * CellClasses.Deviation(i);
        }

        Assert.Equal(0.0, sum, 12);
        Assert.Equal(1.0, squares / CellClasses.Count, 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void Quantize_EveryWantedValue_IsTheNearestStepInVoltage(int bits)
    {
        DriveQuantizer quantizer = new(bits, null);
        double lowest = LnHazard(1 / 65536.0);
        double highest = LnHazard(1 - (1 / 65536.0));
        double step = (highest - lowest) / ((1 << bits) - 1);
        for (uint wanted = 1; wanted < 65536; wanted += 7)
        {
            double exact = LnHazard(wanted / 65536.0);
            uint set = quantizer.Quantize(wanted);
            Assert.InRange(set, 1u, 65535u);

            // Rounding of a probability to 2^-16 moves ln h by at most its slope, 1 / (p' h), over half a step.
            double actual = LnHazard(set / 65536.0);
            double p = Math.Min(set, wanted) / 65536.0;
            double slack = 1.5 / 65536.0 / Math.Min(p, (1 - p) * -Math.Log(1 - p));
            Assert.True(Math.Abs(actual - exact) <= (step / 2) + slack, $"P={wanted} gives {set}");
        }
    }

    private static double LnHazard(double p) => Math.Log(-Math.Log(1 - p));

    private static double Law(double p, int cellClass, double device, double cycle, double shift, double disturb)
    {
        double hazard = -Math.Log(1 - p) * Math.Exp(shift - (device > 0 ? device * CellClasses.Deviation(cellClass) : 0));
        double kept = 0;
        for (int j = 0; j < 32; j++)
        {
            kept += Math.Exp(-hazard * Math.Exp(-cycle * CellClasses.Deviation(j))) / 32;
        }

        return 1 - (kept * (1 - disturb));
    }
}
