using System;
using System.Globalization;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Tests;

public sealed class DriftForecastTests
{
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(20)]
    [InlineData(64)]
    [InlineData(700)]
    [InlineData(5000)]
    [InlineData(20_000)]
    public void ChangeVolts_OfTheProcess_IsItsDeviation(int steps)
    {
        const int Seeds = 20_000;
        double sum = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            // Every phase of the slowest value in turn.
            uint first = (uint)(seed * 977 % DriftForecast.MemorySteps);
            double change = 0.1 * (At(seed, first + (uint)steps) - At(seed, first));
            sum += change * change;
        }

        // A change is a sum of differences of two held values; its fourth moment over the square of its variance is at most 2 x 8 where one value of
        // eight differs, so the mean square has a relative deviation of at most 4 / sqrt(seeds).
        double law = Math.Pow(DriftForecast.ChangeVolts(0.1, steps), 2);
        double error = 5 * law * 4 / Math.Sqrt(Seeds);
        Assert.InRange(sum / Seeds, law - error, law + error);

        static double At(int seed, uint step) => DriftProcess.At((ulong)seed, step >> DriftProcess.FirstOctave);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void LongestInterval_Drift_HoldsTheBoundAndNoLonger()
    {
        CbramPreset preset = Drifting("0.015");
        int steps = DriftForecast.LongestInterval(preset, 1.0 / 32);
        Assert.InRange(DriftForecast.Bias(preset, steps), 0, 1.0 / 32);
        Assert.InRange(DriftForecast.Bias(preset, steps + 1), 1.0 / 32, 1);

        // 1 / (e V0) per volt, met at 1 - 1/e.
        Assert.Equal(DriftForecast.ChangeVolts(0.015, steps) / (Math.E * 0.156), DriftForecast.Bias(preset, steps), 1e-9);
        Assert.Equal(int.MaxValue, DriftForecast.LongestInterval(Drifting("0.005"), 1.0 / 32));
        Assert.Equal(0, DriftForecast.LongestInterval(Drifting("0.5"), 1e-6));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData("jo2009", WaitFamily.Exponential, 1.0)]
    [InlineData("jo2009", WaitFamily.Weibull, 0.8)]
    [InlineData("jo2009", WaitFamily.Lognormal, 1.2)]
    [InlineData("jo2009", WaitFamily.Gamma, 2.0)]
    [InlineData("jo2009-points", WaitFamily.Exponential, 1.0)]
    public void Bias_AnyLawAndDriver_IsByTheSteepestSlopeOfTheCells(string cells, WaitFamily family, double shape)
    {
        CbramPreset preset = PresetCatalog.Find(cells) with
        {
            WaitFamily = family, WaitShape = new PresetFigure(shape, "", "a test", Confidence.Assumption),
        };
        preset = preset.WithNonidealities(Nonidealities.Parse(["drive-drift=0.01"]));
        double steepest = 0;
        for (double volts = 2.6; volts < 4.6; volts += 0.0005)
        {
            steepest = Math.Max(steepest, (preset.Law.Probability(volts + 0.0005, 1e-6) - preset.Law.Probability(volts, 1e-6)) / 0.0005);
        }

        // A 256th of p beside the steepest place or a bend.
        double bias = DriftForecast.Bias(preset, DriftForecast.MemorySteps);
        Assert.InRange(bias / (0.01 * Math.Sqrt(2) * steepest), 0.98, 1.001);
        foreach (CbramPreset other in PresetCatalog.BuiltIn)
        {
            CbramPreset mistaken = preset with { DrivenAs = other };
            Assert.Equal(bias, DriftForecast.Bias(mistaken, DriftForecast.MemorySteps));
            Assert.Equal(DriftForecast.LongestInterval(preset, 1.0 / 64), DriftForecast.LongestInterval(mistaken, 1.0 / 64));
        }
    }

    private static CbramPreset Drifting(string volts)
    {
        CbramPreset preset = PresetCatalog.Find("jo2009");
        return preset.WithNonidealities(Nonidealities.Parse([string.Create(CultureInfo.InvariantCulture, $"drive-drift={volts}")]));
    }
}
