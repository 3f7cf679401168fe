using System;
using System.Linq;

namespace ScEdge.Cbram.Tests.Simulation;

[Trait("Kind", "Statistical")]
public sealed class DeviceSimulationTests
{
    private static readonly SwitchingLaw Jo = new(2.85e5, 0.156);

    [Fact]
    public void Apply_GridOfVoltagesAndWidths_SwitchesWithTheLawsProbability()
    {
        const int Pulses = 4000;
        double chiSquare = 0.0;
        int cases = 0;
        foreach (double width in (double[])[1e-8, 1e-6, 1e-4, 1e-2])
        {
            foreach (double probability in (double[])[0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98])
            {
                SetPulse pulse = new(Jo.Voltage(probability, width), width);
                DeviceSimulation cell = new(Jo, Nonidealities.None, 21, (uint)cases);
                double excess = CountSwitched(cell, pulse, Pulses) - (Pulses * probability);
                chiSquare += excess * excess / (Pulses * probability * (1.0 - probability));
                cases++;
            }
        }

        Assert.InRange(chiSquare, ChiSquarePoint(cases, -5.0), ChiSquarePoint(cases, 5.0));
    }

    [Fact]
    public void Apply_ConstantVoltage_MeanWaitIsTau()
    {
        const int Pulses = 10000;
        DeviceSimulation cell = new(Jo, Nonidealities.None, 22, 0);
        SetPulse pulse = new(3.2, 1.0);
        double mean = Enumerable.Range(0, Pulses).Average(_ => cell.Apply(pulse).WaitingTimeSeconds);

        // The mean of n exponentials scatters by tau / sqrt(n).
        Assert.InRange(mean / Jo.TauSeconds(3.2), 1.0 - (5.0 / Math.Sqrt(Pulses)), 1.0 + (5.0 / Math.Sqrt(Pulses)));
    }

    [Fact]
    public void Apply_DriveOffset_ShiftsTheVoltage()
    {
        const int Pulses = 10000;
        DeviceSimulation cell = new(Jo, new Nonidealities { DriveOffsetVolts = 0.05 }, 23, 0);
        double wanted = Jo.Voltage(0.5, 1e-6);
        AssertProbability(Jo.Probability(wanted + 0.05, 1e-6), CountSwitched(cell, new SetPulse(wanted, 1e-6), Pulses), Pulses);
    }

    [Fact]
    public void Apply_DeviceToDevice_EveryCellKeepsItsTauAndLogsSpread()
    {
        const int Cells = 400;
        const int Pulses = 400;
        double sum = 0.0;
        double squares = 0.0;
        for (uint c = 0; c < Cells; c++)
        {
            DeviceSimulation cell = new(Jo, new Nonidealities { DeviceToDevice = 0.5 }, 24, c);
            SetPulse pulse = new(3.2, 1.0);
            double mean = Enumerable.Range(0, Pulses).Average(_ => cell.Apply(pulse).WaitingTimeSeconds);
            double log = Math.Log(mean / Jo.TauSeconds(3.2));
            sum += log;
            squares += log * log;
        }

        // ln of a cell's mean: variance 0.25 + 1/400 (bias of the ln -1/800); 5 sigma of mean and of variance over 400.
        double variance = 0.25 + (1.0 / Pulses);
        Assert.InRange(sum / Cells, (-5.0 * Math.Sqrt(variance / Cells)) - 0.00125, 5.0 * Math.Sqrt(variance / Cells));
        Assert.InRange(squares / Cells / variance, 1.0 - (5.0 * Math.Sqrt(2.0 / Cells)), 1.0 + (5.0 * Math.Sqrt(2.0 / Cells)));
    }

    [Fact]
    public void Apply_CycleToCycle_AveragesTheLawOverTheSpread()
    {
        const int Pulses = 20000;
        DeviceSimulation cell = new(Jo, new Nonidealities { CycleToCycle = 0.8 }, 25, 0);
        SetPulse pulse = new(Jo.Voltage(0.2, 1e-6), 1e-6);

        // E over z of 1 - exp(-h exp(-sigma z)) by the midpoint rule on -8..8.
        double expected = 0.0;
        for (double z = -7.995; z < 8.0; z += 0.01)
        {
            double density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);
            expected += 0.01 * density * (1.0 - Math.Exp(-SwitchingLaw.HazardOfProbability(0.2) * Math.Exp(-0.8 * z)));
        }

        AssertProbability(expected, CountSwitched(cell, pulse, Pulses), Pulses);
    }

    [Fact]
    public void Apply_ResidualFilament_RaisesTheHazardAfterASetOnly()
    {
        const int Pulses = 20000;
        DeviceSimulation cell = new(Jo, new Nonidealities { ResidualFilament = 1.0 }, 26, 0);
        SetPulse pulse = new(Jo.Voltage(0.3, 1e-6), 1e-6);
        int[] tried = new int[2];
        int[] switched = new int[2];
        for (int i = 0; i < Pulses; i++)
        {
            int before = cell.HasSwitched ? 1 : 0;
            tried[before]++;
            switched[before] += cell.Apply(pulse).Switched ? 1 : 0;
        }

        AssertProbability(0.3, switched[0], tried[0]);
        AssertProbability(1.0 - Math.Pow(0.7, Math.E), switched[1], tried[1]);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Apply_SameSeed_RepeatsItselfAndOtherCellsDiffer()
    {
        double[] first = Waits(1, 0);
        Assert.Equal(first, Waits(1, 0));
        Assert.NotEqual(first, Waits(2, 0));
        Assert.NotEqual(first, Waits(1, 1));

        static double[] Waits(ulong seed, uint index)
        {
            DeviceSimulation cell = new(Jo, new Nonidealities { CycleToCycle = 0.1 }, seed, index);
            return [.. Enumerable.Range(0, 8).Select(_ => cell.Apply(new SetPulse(3.2, 1.0)).WaitingTimeSeconds)];
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Constructor_EffectItDoesNotHave_Throws() => Assert.Contains(
        "A cell in continuous time does not have stuck-set=0.1.",
        Assert.Throws<ArgumentException>(() => new DeviceSimulation(Jo, new Nonidealities { StuckSet = 0.1 }, 1, 0)).Message,
        StringComparison.Ordinal);

    private static int CountSwitched(DeviceSimulation cell, SetPulse pulse, int pulses)
    {
        int switched = 0;
        for (int i = 0; i < pulses; i++)
        {
            switched += cell.Apply(pulse).Switched ? 1 : 0;
        }

        return switched;
    }

    /// <summary>Within five standard deviations of the binomial law.</summary>
    private static void AssertProbability(double expected, int switched, int pulses)
    {
        double sigma = Math.Sqrt(expected * (1.0 - expected) / pulses);
        Assert.InRange((double)switched / pulses, expected - (5.0 * sigma), expected + (5.0 * sigma));
    }

    /// <summary>Point of the chi-square law at a standard normal deviate, by Wilson and Hilferty (1931).</summary>
    private static double ChiSquarePoint(int degrees, double deviate)
    {
        double root = 1.0 - (2.0 / (9.0 * degrees)) + (deviate * Math.Sqrt(2.0 / (9.0 * degrees)));
        return degrees * root * root * root;
    }
}
