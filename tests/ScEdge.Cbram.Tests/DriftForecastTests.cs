using System;
using System.Globalization;
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

    private static CbramPreset Drifting(string volts)
    {
        CbramPreset preset = PresetCatalog.Find("jo2009");
        return preset.WithNonidealities(Nonidealities.Parse([string.Create(CultureInfo.InvariantCulture, $"drive-drift={volts}")]));
    }
}
