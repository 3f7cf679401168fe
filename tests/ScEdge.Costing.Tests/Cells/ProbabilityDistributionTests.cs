using System;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Cells;
using ScEdge.Input;

namespace ScEdge.Costing.Tests.Cells;

[Trait("Kind", "Unit")]
public sealed class ProbabilityDistributionTests
{
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.026)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void MaximumEntropy_Mean_IsMet(double mean)
    {
        ProbabilityDistribution distribution = ProbabilityDistribution.MaximumEntropy(mean);

        // Midpoints of 256 shares of an exponential miss ln 2 / 512 of its mean, about 0.14 %.
        Assert.Equal(1, distribution.Probabilities.Average() / mean, 0.002);
        Assert.All(distribution.Probabilities, p => Assert.InRange(p, 1.0 / 65536, 1 - (1.0 / 65536)));
        Assert.Equal(distribution.Probabilities.Order(), distribution.Probabilities);
    }

    [Fact]
    public void MaximumEntropy_Half_IsUniform() =>
        Assert.All(ProbabilityDistribution.MaximumEntropy(0.5).Probabilities.Select((p, k) => p - ((k + 0.5) / 256)), d => Assert.Equal(0, d, 1e-12));

    [Fact]
    public void MeanSetEnergy_Constant_IsTheSwitchingLaws()
    {
        CbramPreset preset = PresetCatalog.Find("jo2009");

        // V = 0.156 ln(2.85e5 ln 2 / 1e-6) = 4.05744 V, t_on = 0.278652 us.
        double volts = 0.156 * Math.Log(2.85e5 * Math.Log(2) / 1e-6);
        double onSeconds = 1e-6 * (1 - (0.5 / Math.Log(2)));
        double joules = volts * volts * (((1e-6 - onSeconds) / 1e9) + (onSeconds / 1e6));
        Assert.Equal(1, ProbabilityDistribution.Constant(0.5).MeanSetEnergyJoules(preset) / joules, 1e-9);
        Assert.Equal(4.599284853385272e-12, joules, 1e-20);
    }

    [Fact]
    public void MeanSetEnergy_Distribution_IsTheMeanAndNotTheEnergyOfTheMean()
    {
        CbramPreset preset = PresetCatalog.Find("jo2009");
        ProbabilityDistribution distribution = ProbabilityDistribution.MaximumEntropy(0.026);
        double expected = distribution.Probabilities.Select(preset.MeanSetEnergyJoules).Sum() / 256;

        Assert.Equal(1, distribution.MeanSetEnergyJoules(preset) / expected, 1e-12);
        Assert.NotEqual(preset.MeanSetEnergyJoules(0.026), expected, 1e-15);
    }

    [Fact]
    public void MeanSetEnergy_PulseTooLongForTheDevice_IsRefused() => Assert.Throws<InputException>(() =>
        ProbabilityDistribution.MaximumEntropy(0.026).MeanSetEnergyJoules(
            PresetCatalog.Find("jo2009") is var preset ? preset with { SetPulseWidth = preset.SetPulseWidth! with { Value = 1e4 } } : preset));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Mean_OutOfRange_IsRefused(double mean)
    {
        Assert.Throws<InputException>(() => ProbabilityDistribution.MaximumEntropy(mean));
        Assert.Throws<InputException>(() => ProbabilityDistribution.Constant(mean));
    }
}
