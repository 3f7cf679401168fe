using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Fitting;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;

namespace ScEdge.Cbram.Tests.Fitting;

[Trait("Kind", "Unit")]
public sealed class WaitFamilyFitTests
{
    private const double V0 = 0.156;
    private static readonly double[] Volts = [2.6, 2.9, 3.2, 3.6];
    private static readonly double[] JoVolts = [2.6, 3.2, 3.6];

    [Theory]
    [InlineData(WaitFamily.Weibull, 0.6)]
    [InlineData(WaitFamily.Weibull, 2.0)]
    [InlineData(WaitFamily.Lognormal, 0.5)]
    [InlineData(WaitFamily.Gamma, 3.0)]
    public void Estimate_WaitsOfAFamily_FindsFamilyShapeAndLaw(WaitFamily family, double shape)
    {
        SwitchingLawFit fit = SwitchingLawFit.Compare([.. Waits(family, shape, perVoltage: 50, limitInTaus: double.PositiveInfinity)], family: null);

        Assert.Equal(family, fit.Law.Waits.Family);
        Assert.InRange(Math.Log(fit.Law.Waits.Shape / shape), -5 * fit.Chosen.ShapeStandardError, 5 * fit.Chosen.ShapeStandardError);
        Assert.InRange(fit.Law.V0Volts - V0, -5 * fit.V0StandardErrorVolts, 5 * fit.V0StandardErrorVolts);
        Assert.True(fit.Families[0].AkaikeCriterion - fit.AkaikeCriterion >= WaitFamilyFit.DecisiveDifference);
        Assert.All(fit.Voltages, static one => Assert.InRange(one.KolmogorovSmirnov!.PValue, 1e-4, 1));
    }

    // Tests cut short at three quarters of tau: a fit that took them for waits would find another shape and a shorter tau.
    [Fact]
    public void Estimate_CensoredWeibullWaits_FindsTheShape()
    {
        SwitchingLawFit fit = SwitchingLawFit.Compare([.. Waits(WaitFamily.Weibull, 2, 100, limitInTaus: 0.75)], WaitFamily.Weibull);

        Assert.InRange(fit.Switched, 100, 250);
        Assert.InRange(Math.Log(fit.Law.Waits.Shape / 2), -5 * fit.Chosen.ShapeStandardError, 5 * fit.Chosen.ShapeStandardError);
        Assert.InRange(Math.Log(fit.Law.TauSeconds(3.0) / new SwitchingLaw(2.85e5, V0).TauSeconds(3.0)), -0.2, 0.2);
    }

    // Along the line the bend of tau looks like a wide spread of waits.
    [Fact]
    public void Compare_WeibullWaitsAtBentTaus_FindsTheShapeWithoutTheLine()
    {
        WaitDistribution waits = new(WaitFamily.Weibull, 1.8);
        SwitchingLaw law = new(PresetCatalog.Find("jo2009-points").TauTable!, waits);
        IEnumerable<WaitingTime> bent = JoVolts.SelectMany(
            volts => Enumerable.Range(0, 50).Select(i => new WaitingTime(volts, law.PulseWidth((i + 0.5) / 50, volts), IsCensored: false)));
        SwitchingLawFit fit = SwitchingLawFit.Compare([.. bent], family: null);

        Assert.Equal(WaitFamily.Weibull, fit.Law.Waits.Family);
        Assert.InRange(fit.Law.Waits.Shape, 0.5, 1.5);
        Assert.InRange(fit.Chosen.Separate.Shape, 1.7, 2.0);
        CbramPreset preset = fit.WithTable(fit.ToPreset("mine", "waits.csv", PresetCatalog.Find("jo2009")), "waits.csv", 2);
        Assert.Equal(fit.Chosen.Separate.Shape, preset.WaitShape!.Value);
        Assert.InRange(preset.Law.TauSeconds(3.2) / 1.2e-3, 0.97, 1.03);
    }

    [Fact]
    public void Estimate_ExponentialWaits_StayExponentialAndGammaAgrees()
    {
        SwitchingLawFit fit = SwitchingLawFit.Compare([.. Waits(WaitFamily.Exponential, 1, 50, double.PositiveInfinity)], family: null);

        Assert.True(fit.Law.Waits.IsExponential);
        Assert.Equal(4, fit.Families.Count);

        // Weibull and gamma waits of shape 1 are exponential: with a free shape they are likelier, by little.
        foreach (WaitFamilyFit one in fit.Families.Where(static one => one.Family is WaitFamily.Weibull or WaitFamily.Gamma))
        {
            Assert.InRange(one.LogLikelihood - fit.LogLikelihood, 0, 8);
            Assert.InRange(Math.Log(one.Law.Waits.Shape), -5 * one.ShapeStandardError, 5 * one.ShapeStandardError);
        }
    }

    [Fact]
    public void Estimate_FewWaits_FitsNoShape()
    {
        WaitingTime[] few = [.. Waits(WaitFamily.Weibull, 3, 4, double.PositiveInfinity)];
        Assert.Single(SwitchingLawFit.Compare(few, family: null).Families);
        Assert.Contains(
            "takes 20 waits", Assert.Throws<InputException>(() => SwitchingLawFit.Compare(few, WaitFamily.Gamma)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithTable_WaitsOnABentLine_GoesThroughThem()
    {
        double[] taus = [15.3e-3, 1.2e-3, 0.029e-3];
        IEnumerable<WaitingTime> waits = taus.SelectMany((tau, i) => Enumerable.Range(0, 40).Select(j => new WaitingTime(
            JoVolts[i], tau * -Math.Log(1 - ((j + 0.5) / 40)), IsCensored: false)));
        SwitchingLawFit fit = SwitchingLawFit.Estimate([.. waits]);
        CbramPreset preset = fit.WithTable(fit.ToPreset("mine", "waits.csv", PresetCatalog.Find("jo2009")), "waits.csv", 0.7);

        Assert.All(preset.TauTable!.Points.Zip(taus), static pair => Assert.InRange(pair.First.TauSeconds / pair.Second, 0.97, 1.0));
        Assert.Equal(Confidence.Computed, preset.TauTable.Confidence);
        Assert.Null(preset.Tau0);
    }

    [Fact]
    public void WithTable_NeighboursThatRise_ArePutTogether()
    {
        (double Volts, double Tau)[] measured = [(2.0, 1), (2.5, 0.01), (2.6, 0.012), (3.0, 1e-4)];
        SwitchingLawFit fit = SwitchingLawFit.Estimate([.. measured.Select(one => new WaitingTime(one.Volts, one.Tau, false))]);
        TauTable table = fit.WithTable(fit.ToPreset("mine", "waits.csv", PresetCatalog.Find("jo2009")), "waits.csv", 5).TauTable!;

        Assert.Equal([2.0, 2.55, 3.0], table.Points.Select(static point => point.VoltageVolts));
        Assert.Equal(0.011, table.Points[1].TauSeconds, 1e-12);
    }

    // Quantiles at even shares, shuffled by nothing: the fit does not look at their order.
    private static IEnumerable<WaitingTime> Waits(WaitFamily family, double shape, int perVoltage, double limitInTaus)
    {
        SwitchingLaw law = new(2.85e5, V0, new WaitDistribution(family, shape));
        foreach (double volts in Volts)
        {
            for (int i = 0; i < perVoltage; i++)
            {
                double wait = law.PulseWidth((i + 0.5) / perVoltage, volts);
                double limit = limitInTaus * law.TauSeconds(volts);
                yield return new WaitingTime(volts, Math.Min(wait, limit), wait > limit);
            }
        }
    }
}
