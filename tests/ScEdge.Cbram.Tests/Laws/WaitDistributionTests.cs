using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Cells;
using ScEdge.Cbram.Laws;
using ScEdge.Cbram.Presets;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Tests.Laws;

[Trait("Kind", "Unit")]
public sealed class WaitDistributionTests
{
    public static TheoryData<WaitFamily, double> Families => new()
    {
        { WaitFamily.Exponential, 1 }, { WaitFamily.Weibull, 0.5 }, { WaitFamily.Weibull, 3 }, { WaitFamily.Lognormal, 0.3 },
        { WaitFamily.Lognormal, 2 }, { WaitFamily.Gamma, 0.1 }, { WaitFamily.Gamma, 0.7 }, { WaitFamily.Gamma, 4 }, { WaitFamily.Gamma, 10 },
    };

    [Theory]
    [MemberData(nameof(Families))]
    public void LnHazard_AtTau_IsZero(WaitFamily family, double shape) => Assert.Equal(0, new WaitDistribution(family, shape).LnHazard(0), 1e-10);

    [Theory]
    [MemberData(nameof(Families))]
    [Trait("Kind", "Property")]
    public void Reach_OfLnHazard_Returns(WaitFamily family, double shape)
    {
        WaitDistribution waits = new(family, shape);
        for (double lnHazard = -24; lnHazard <= 5; lnHazard += 0.37)
        {
            Assert.Equal(lnHazard, waits.LnHazard(waits.Reach(lnHazard)), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Slope_IsThatOfDifferences(WaitFamily family, double shape)
    {
        WaitDistribution waits = new(family, shape);
        for (double lnHazard = -20; lnHazard <= 4; lnHazard += 0.71)
        {
            double reach = waits.Reach(lnHazard);
            double expected = (waits.LnHazard(reach + 1e-5) - waits.LnHazard(reach - 1e-5)) / 2e-5;
            Assert.InRange(waits.Slope(reach) / expected, 1 - 1e-6, 1 + 1e-6);
        }
    }

    // Gamma of shape 1 is the exponential law; of shape 3, Q = e^-x (1 + x + x^2 / 2); of shape 1/2, Q = 2 Phi(-sqrt(2 x)).
    [Fact]
    public void LnHazard_GammaOfKnownShapes_IsTheClosedForm()
    {
        IncompleteGamma one = new(1);
        IncompleteGamma three = new(3);
        foreach (double x in (double[])[1e-6, 0.01, 0.5, 1.9, 2.1, 3.9, 4.1, 20, 200])
        {
            Assert.Equal(Math.Log(x), one.LnHazard(Math.Log(x)), 1e-11);
            double survivors = -x + Math.Log(1 + x + (x * x / 2));
            double expected = x < 0.1 ? Math.Log(x * x * x / 6 * (1 - (0.75 * x) + (0.3 * x * x))) : Math.Log(-survivors);
            Assert.Equal(expected, three.LnHazard(Math.Log(x)), x < 0.1 ? 1e-5 : 1e-10);
        }
    }

    // P(-z) = Q(z); Q from M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 1964, table 26.1.
    [Theory]
    [InlineData(1, 0.158655253931457)]
    [InlineData(3, 1.34989803163009e-3)]
    [InlineData(6, 9.86587645037698e-10)]
    public void LnHazard_Normal_IsThatOfTheTables(double z, double tail)
    {
        Assert.Equal(Math.Log(-Math.Log(tail)), NormalTail.LnHazard(z), 1e-12);
        Assert.InRange(Math.Exp(NormalTail.LnHazard(-z)) / tail, 1 - (2 * tail) - 1e-11, 1 + tail + 1e-11);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void MeanOnTimeSeconds_IsTheIntegralOfTheProbability(WaitFamily family, double shape)
    {
        SwitchingLaw law = new(1, 0.2, new WaitDistribution(family, shape));
        double width = law.PulseWidth(0.6, 1);
        const int Steps = 20000;
        IEnumerable<double> places = Enumerable.Range(0, Steps).Select(static i => (i + 0.5) / Steps);
        double sum = places.Sum(x => law.Probability(1, width * Math.Pow(x, 4)) * 4 * Math.Pow(x, 3));
        Assert.InRange(law.MeanOnTimeSeconds(1, width) / (width * sum / Steps), 1 - 1e-4, 1 + 1e-4);
    }

    [Fact]
    public void Constructor_ShapeOutOfRange_SaysWhat()
    {
        Assert.Throws<InputException>(() => new WaitDistribution(WaitFamily.Weibull, 0));
        Assert.Throws<InputException>(() => new WaitDistribution(WaitFamily.Gamma, double.NaN));
        Assert.Throws<InputException>(() => new WaitDistribution(WaitFamily.Exponential, 2));
    }

    // p' of a cell whose ln tau is sigma z above the nominal one: F(u - sigma z) at the u of the wanted p.
    [Theory]
    [MemberData(nameof(Families))]
    public void Settings_CellToCell_FollowsTheFamily(WaitFamily family, double shape)
    {
        const double Sigma = 0.3;
        WaitDistribution waits = new(family, shape);
        CbramPreset preset = PresetCatalog.Find("jo2009") with
        {
            WaitFamily = family,
            WaitShape = family == WaitFamily.Exponential ? null : new PresetFigure(shape, "", "here", Confidence.Assumption),
        };
        Nonidealities effects = new() { DeviceToDevice = Sigma };
        CellBank bank = new(CellBankDesign.Settings(preset, effects, 1, 32, serialWrite: false, 1), 0);
        foreach (uint wanted in (uint[])[64, 1024, 8192, 32768, 57344, 65024])
        {
            double lnHazard = Math.Log(-Math.Log(1 - (wanted / 65536.0)));
            foreach (int cell in (int[])[0, 8, 31])
            {
                double own = waits.LnHazard(waits.Reach(lnHazard) - (Sigma * CellClasses.Deviation(cell)));
                double expected = 65536 * (1 - Math.Exp(-Math.Exp(own)));
                Assert.InRange(bank.Response.Probability(wanted, cell), (0.98 * expected) - 2, Math.Min((1.02 * expected) + 2, 65535));
            }
        }
    }
}
