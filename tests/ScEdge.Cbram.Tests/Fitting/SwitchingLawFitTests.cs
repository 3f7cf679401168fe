using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Fitting;
using ScEdge.Cbram.Presets;
using ScEdge.Cbram.Tests.Simulation;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests.Fitting;

public sealed class SwitchingLawFitTests
{
    private static readonly SwitchingLaw Jo = new(2.85e5, 0.156);

    [Fact]
    [Trait("Kind", "Unit")]
    public void Estimate_TwoVoltages_MeetsBothMeansExactly()
    {
        // Two parameters through two voltages: the likelihood is greatest where each tau is total time over switchings.
        SwitchingLawFit fit = SwitchingLawFit.Estimate(
        [
            new(2.6, 0.010, false), new(2.6, 0.020, false), new(3.2, 0.0003, false), new(3.2, 0.0004, true),
        ]);
        Assert.Equal(0.015, fit.Law.TauSeconds(2.6), 1e-10);
        Assert.Equal(0.0007, fit.Law.TauSeconds(3.2), 1e-11);
        Assert.Equal(0.6 / Math.Log(0.015 / 0.0007), fit.Law.V0Volts, 1e-8);

        // The variance of each ln tau is 1 / switchings, which gives that of the line through them.
        double slopeVariance = ((1.0 / 2.0) + (1.0 / 1.0)) / (0.6 * 0.6);
        Assert.Equal(fit.Law.V0Volts * fit.Law.V0Volts * Math.Sqrt(slopeVariance), fit.V0StandardErrorVolts, 1e-8);
        double lnTau0Variance = ((3.2 * 3.2 / 2.0) + (2.6 * 2.6 / 1.0)) / (0.6 * 0.6);
        Assert.Equal(Math.Sqrt(lnTau0Variance), fit.LnTau0StandardError, 1e-6);
        Assert.Equal(4, fit.Observations);
        Assert.Equal(3, fit.Switched);
        Assert.Equal(fit.AkaikeCriterion, fit.AkaikeCriterionOfSeparateTaus, 1e-8);
        Assert.Equal([2.6, 3.2], fit.Voltages.Select(v => v.VoltageVolts));
        Assert.Equal(0.0007, fit.Voltages[1].MeasuredTauSeconds!.Value, 1e-12);
    }

    [Theory]
    [InlineData(1UL, null)]
    [InlineData(2UL, 1.0)]
    [Trait("Kind", "Statistical")]
    public void Estimate_MeasuredVoltages_AreFittedAsTheyAreAndPutTogetherForTheTable(ulong seed, double? testLimitInTaus)
    {
        double[] set = [2.6, 2.9, 3.2, 3.6];
        Random noise = new((int)seed);
        WaitingTime[] measured =
        [
            .. Simulate(Jo, seed, set, 1000, testLimitInTaus).Select(
                o => o with { VoltageVolts = o.VoltageVolts + (0.004 * (noise.NextDouble() - 0.5)) }),
        ];

        SwitchingLawFit fit = SwitchingLawFit.Estimate(measured);

        Assert.InRange(fit.DifferentVoltages, 3990, 4000);
        Assert.Equal(set.Length, fit.Voltages.Count);
        Assert.All(fit.Voltages.Zip(set), pair => Assert.Equal(pair.Second, pair.First.VoltageVolts, 1e-3));
        Assert.All(fit.Voltages, one => Assert.Equal(1000, one.Observations));

        // 2 mV are a hundredth of V0 and change no wait by more than 1.3 %; five standard errors of the law beside it.
        Assert.InRange((fit.Law.V0Volts - 0.156) / fit.V0StandardErrorVolts, -5.0, 5.0);
        Assert.True(fit.PooledKolmogorovSmirnov is null or { PValue: > 6e-7 });
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Estimate_VoltagesOfARamp_ArePutIntoTwentyParts()
    {
        WaitingTime[] ramp = [.. Enumerable.Range(0, 2000).Select(i => 2.5 + (0.0005 * i)).Select(
            volts => new WaitingTime(volts, Jo.TauSeconds(volts), false))];

        SwitchingLawFit fit = SwitchingLawFit.Estimate(ramp);

        Assert.Equal(20, fit.Voltages.Count);
        Assert.All(fit.Voltages, one => Assert.InRange(one.Observations, 99, 101));
    }

    [Theory]
    [InlineData(1UL, null)]
    [InlineData(2UL, 2.0)]
    [InlineData(3UL, 0.5)]
    [InlineData(4UL, 0.05)]
    [Trait("Kind", "Statistical")]
    public void Estimate_SimulatedCell_RecoversTheLaw(ulong seed, double? testLimitInTaus)
    {
        SwitchingLawFit fit = SwitchingLawFit.Estimate(Simulate(Jo, seed, [2.6, 2.9, 3.2, 3.6], 1000, testLimitInTaus));

        // Five standard errors: false alarm below 6e-7 per line.
        Assert.InRange((Math.Log(fit.Law.Tau0Seconds) - Math.Log(2.85e5)) / fit.LnTau0StandardError, -5.0, 5.0);
        Assert.InRange((fit.Law.V0Volts - 0.156) / fit.V0StandardErrorVolts, -5.0, 5.0);
        Assert.InRange(fit.V0StandardErrorVolts, 1e-4, 0.01);

        // ln tau0 and V0 fall and rise against each other, the voltages being far from zero.
        Assert.InRange(fit.Correlation, -1.0, -0.9);
        Assert.True(fit.PooledKolmogorovSmirnov!.PValue > 6e-7);
        Assert.Equal(fit.Switched, fit.PooledKolmogorovSmirnov.SampleSize);
        Assert.All(fit.Voltages, v => Assert.True(v.KolmogorovSmirnov!.PValue > 6e-7));
        Assert.All(fit.Voltages, v => Assert.InRange(v.MeasuredTauSeconds!.Value / v.FittedTauSeconds, 0.4, 2.5));
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Estimate_ManyExperiments_StandardErrorsAreTheScatter()
    {
        const int Experiments = 400;
        double sumTau = 0.0;
        double sumV0 = 0.0;
        double sumProduct = 0.0;
        double correlation = 0.0;
        for (uint i = 0; i < Experiments; i++)
        {
            SwitchingLawFit fit = SwitchingLawFit.Estimate(Simulate(Jo, 100 + i, [2.6, 3.0, 3.4], 200, 1.0));
            double tau = (Math.Log(fit.Law.Tau0Seconds) - Math.Log(2.85e5)) / fit.LnTau0StandardError;
            double v0 = (fit.Law.V0Volts - 0.156) / fit.V0StandardErrorVolts;
            sumTau += tau * tau;
            sumV0 += v0 * v0;
            sumProduct += tau * v0;
            correlation += fit.Correlation;
        }

        // Sum of 400 squares of standard normals: mean 400, standard deviation sqrt(800); 5 sigma = 141.
        Assert.InRange(sumTau, Experiments - 141.0, Experiments + 141.0);
        Assert.InRange(sumV0, Experiments - 141.0, Experiments + 141.0);

        // The products of correlated normals scatter no more than their squares do.
        Assert.InRange(sumProduct - correlation, -141.0, 141.0);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Estimate_WaitsNotExponential_IsRefuted()
    {
        // A wait uniform on 0..2 tau has the right mean; 4 x 500 of them stand 0.16 from the exponential law.
        List<WaitingTime> observations = [];
        foreach (double volts in (double[])[2.6, 2.9, 3.2, 3.6])
        {
            for (int i = 0; i < 500; i++)
            {
                observations.Add(new WaitingTime(volts, Jo.TauSeconds(volts) * 2.0 * (i + 0.5) / 500.0, false));
            }
        }

        SwitchingLawFit fit = SwitchingLawFit.Estimate(observations);
        Assert.Equal(0.156, fit.Law.V0Volts, 1e-6);
        Assert.True(fit.PooledKolmogorovSmirnov!.PValue < 1e-6);
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Estimate_GabaWaits_PrefersSeparateTaus()
    {
        double[] volts = [2.5, 3.5, 4.5];
        double[] taus = [0.34, 4.7e-3, 0.38e-3];
        List<WaitingTime> observations = [];
        for (int v = 0; v < volts.Length; v++)
        {
            SwitchingLaw law = new(taus[v], 1e9);
            observations.AddRange(Simulate(law, 7 + (ulong)v, [volts[v]], 300, null));
        }

        // ln tau of the middle voltage lies 0.6 off the line, its standard error is 0.06.
        SwitchingLawFit fit = SwitchingLawFit.Estimate(observations);
        Assert.True(fit.AkaikeCriterionOfSeparateTaus < fit.AkaikeCriterion - 20.0);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Estimate_TestsEndedAtDifferentTimes_GiveNoKolmogorovSmirnov()
    {
        SwitchingLawFit fit = SwitchingLawFit.Estimate(
        [
            new(2.6, 0.010, false), new(2.6, 0.020, true), new(2.6, 0.030, true), new(3.2, 0.0003, false), new(3.2, 0.0002, true),
            new(2.0, 0.1, true),
        ]);
        Assert.All(fit.Voltages, v => Assert.Null(v.KolmogorovSmirnov));
        Assert.Null(fit.PooledKolmogorovSmirnov);
        Assert.Null(fit.Voltages[0].MeasuredTauSeconds);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    [Trait("Kind", "Property")]
    public void Estimate_OtherUnitOfTime_ScalesTau0Only(double factor)
    {
        WaitingTime[] observations = Simulate(Jo, 5, [2.6, 2.9, 3.2, 3.6], 50, 1.0);
        SwitchingLawFit fit = SwitchingLawFit.Estimate(observations);
        SwitchingLawFit scaled = SwitchingLawFit.Estimate(
            [.. observations.Select(o => o with { WaitingTimeSeconds = o.WaitingTimeSeconds * factor })]);
        Assert.InRange(scaled.Law.V0Volts / fit.Law.V0Volts, 1.0 - 1e-7, 1.0 + 1e-7);
        Assert.InRange(scaled.Law.Tau0Seconds / fit.Law.Tau0Seconds / factor, 1.0 - 1e-5, 1.0 + 1e-5);
    }

    [Theory]
    [InlineData(3.0, 3.001)]
    [InlineData(0.001, 5.0)]
    [Trait("Kind", "Property")]
    public void Estimate_VoltagesVeryCloseOrFar_Converges(double low, double high)
    {
        SwitchingLawFit fit = SwitchingLawFit.Estimate([new(low, 1e6, false), new(high, 0.9e6, false)]);
        Assert.InRange(fit.Law.TauSeconds(low) / 1e6, 1.0 - 1e-5, 1.0 + 1e-5);
        Assert.InRange(fit.Law.TauSeconds(high) / 0.9e6, 1.0 - 1e-5, 1.0 + 1e-5);
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void Estimate_BadMeasurements_SaysWhat()
    {
        const string Slope = "voltages, and the slope needs two: measure switching at two different voltages at least.";
        AssertSays("Cells switched at 0 of 0 " + Slope);
        AssertSays("Cells switched at 1 of 1 " + Slope, new(2.6, 1.0, false), new(2.6, 2.0, false));
        AssertSays("Cells switched at 1 of 2 " + Slope, new(2.6, 1.0, false), new(2.7, 2.0, true));
        AssertSays(
            "The waiting times do not fall with voltage, so there is no V0: check the columns, or measure more voltages further apart.",
            new(2.6, 1.0, false), new(2.7, 2.0, false));
        AssertSays(
            "A waiting time of 0 s at 2.6 V cannot be fitted: give finite voltages and positive, finite times.",
            new(2.6, 0.0, false), new(2.7, 2.0, false));
        AssertSays(
            "The fitted tau0 is beyond all numbers: check the units of voltages and waiting times.",
            new(3.0, 1.0, false), new(3.001, 0.5, false));
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void ToPreset_Fit_MarksWhatWasNotMeasured()
    {
        SwitchingLawFit fit = SwitchingLawFit.Estimate(Simulate(Jo, 5, [2.6, 3.2], 50, null));
        CbramPreset preset = fit.ToPreset("mine", "waits.csv", PresetCatalog.Find("jo2009"));
        Assert.Equal("mine", preset.Name);
        Assert.Equal(fit.Law, preset.Law);
        Assert.StartsWith("fitted from waits.csv: maximum likelihood over 100 waiting times at 2 voltages; standard error", preset.V0!.Source,
            StringComparison.Ordinal);
        Assert.Equal(Confidence.Computed, preset.Tau0!.Confidence);
        Assert.All(
            FigureDefinition.All.Skip(2).Select(d => d.Figure(preset)).OfType<PresetFigure>(),
            figure =>
            {
                Assert.Equal(Confidence.Assumption, figure.Confidence);
                Assert.StartsWith("taken over from jo2009: ", figure.Source, StringComparison.Ordinal);
            });
        Assert.Null(fit.ToPreset("mine", "waits.csv", PresetCatalog.Find("ideal")).Endurance);
    }

    internal static WaitingTime[] Simulate(
        SwitchingLaw law, ulong seed, double[] voltages, int perVoltage, double? testLimitInTaus)
    {
        DeviceSimulation cell = new(law, Nonidealities.None, seed, 0);
        List<WaitingTime> observations = [];
        foreach (double volts in voltages)
        {
            double limit = testLimitInTaus is double taus ? taus * law.TauSeconds(volts) : 1e30;
            for (int i = 0; i < perVoltage; i++)
            {
                PulseOutcome outcome = cell.Apply(new SetPulse(volts, limit));
                observations.Add(new WaitingTime(volts, Math.Min(outcome.WaitingTimeSeconds, limit), !outcome.Switched));
            }
        }

        return [.. observations];
    }

    private static void AssertSays(string message, params WaitingTime[] observations) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => SwitchingLawFit.Estimate(observations)).Message);
}
