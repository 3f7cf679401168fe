using System;
using System.Globalization;

namespace ScEdge.Cbram.Tests;

[Trait("Kind", "Unit")]
public sealed class SwitchingLawTests
{
    private static readonly SwitchingLaw Jo = new(2.85e5, 0.156);

    // The literature's own figures, to the digits that it gives.
    [Theory]
    [InlineData(2.6, "1.65E-002")]
    [InlineData(3.2, "3.52E-004")]
    [InlineData(3.6, "2.71E-005")]
    public void TauSeconds_JoLaw_GivesPublishedWaits(double volts, string expected) =>
        Assert.Equal(expected, Jo.TauSeconds(volts).ToString("E2", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(1e-3, 2.98)]
    [InlineData(1e-5, 3.70)]
    [InlineData(1e-6, 4.06)]
    [InlineData(1e-7, 4.42)]
    [InlineData(1e-8, 4.78)]
    public void Voltage_EvenChance_GivesKnownDrive(double seconds, double volts) =>
        Assert.Equal(volts, Math.Round(Jo.Voltage(0.5, seconds), 2));

    [Fact]
    public void Voltage_DecadeFaster_CostsV0Ln10() =>
        Assert.Equal(0.156 * Math.Log(10.0), Jo.Voltage(0.3, 1e-7) - Jo.Voltage(0.3, 1e-6), 12);

    [Fact]
    public void MaximumSlopePerVolt_JoLaw_IsReachedAtHazardOne()
    {
        double volts = Jo.Voltage(1.0 - Math.Exp(-1.0), 1e-6);
        Assert.Equal(2.36, Math.Round(Jo.MaximumSlopePerVolt, 2));
        Assert.Equal(Jo.MaximumSlopePerVolt, Jo.SlopePerVolt(volts, 1e-6), 12);
        Assert.True(Jo.SlopePerVolt(volts - 0.01, 1e-6) < Jo.MaximumSlopePerVolt);
        Assert.True(Jo.SlopePerVolt(volts + 0.01, 1e-6) < Jo.MaximumSlopePerVolt);

        // Eight-bit accuracy of p where the slope is steepest takes 1.7 mV.
        Assert.Equal(1.7, Math.Round(1e3 / 256.0 / Jo.MaximumSlopePerVolt, 1));
    }

    [Theory]
    [InlineData(3.0)]
    [InlineData(4.0)]
    [InlineData(4.5)]
    public void SlopePerVolt_MatchesCentralDifference(double volts)
    {
        const double Step = 1e-5;
        double difference = (Jo.Probability(volts + Step, 1e-6) - Jo.Probability(volts - Step, 1e-6)) / (2.0 * Step);
        Assert.Equal(difference, Jo.SlopePerVolt(volts, 1e-6), 1e-6 * Jo.MaximumSlopePerVolt);
    }

    // 46, 4.6 and 0.21 pJ all follow from Roff = 325 Mohm, that of the Ag:a-Si device with Ron = 26 Mohm. An on/off ratio
    // of 1000 gives the first two as well, but 0.18 pJ for the third.
    [Theory]
    [InlineData(1e5, 325e6, 45.9)]
    [InlineData(1e6, 325e6, 4.62)]
    [InlineData(26e6, 325e6, 0.213)]
    [InlineData(1e5, 1e8, 46.0)]
    [InlineData(1e6, 1e9, 4.60)]
    [InlineData(26e6, 26e9, 0.177)]
    public void MeanSetEnergyJoules_EvenChanceInOneMicrosecond_GivesKnownPicojoules(double on, double off, double picojoules)
    {
        double energy = 1e12 * Jo.MeanSetEnergyJoules(Jo.Voltage(0.5, 1e-6), 1e-6, on, off);
        Assert.InRange(energy / picojoules, 0.997, 1.003);
    }

    [Fact]
    public void MeanSetEnergyJoules_EqualResistances_IsOhmic() =>
        Assert.Equal(4.0 * 4.0 / 1e6 * 1e-6, Jo.MeanSetEnergyJoules(4.0, 1e-6, 1e6, 1e6), 1e-24);

    // Against the integral of P(t) over the pulse by Simpson's rule with 2000 intervals: t_on = int P(t) dt.
    [Theory]
    [InlineData(1e-4)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.51)]
    [InlineData(3.0)]
    [InlineData(40.0)]
    public void MeanOnTimeSeconds_IsTheIntegralOfTheProbability(double hazard)
    {
        const int Intervals = 2000;
        double width = hazard * Jo.TauSeconds(4.0);
        double sum = Jo.Probability(4.0, width);
        for (int i = 1; i < Intervals; i++)
        {
            sum += (i % 2 == 1 ? 4.0 : 2.0) * Jo.Probability(4.0, width * i / Intervals);
        }

        double expected = sum * width / (3.0 * Intervals);
        Assert.InRange(Jo.MeanOnTimeSeconds(4.0, width) / expected, 1.0 - 1e-8, 1.0 + 1e-8);
    }

    [Fact]
    public void MeanOnTimeSeconds_TinyHazard_KeepsItsDigits()
    {
        // t_on / T = h / 2 - h^2 / 6; the direct difference would have lost ten digits here.
        double width = 1e-10 * Jo.TauSeconds(4.0);
        Assert.InRange(Jo.MeanOnTimeSeconds(4.0, width) / (width * 0.5e-10), 1.0 - 1e-10, 1.0 + 1e-10);
    }

    [Fact]
    public void Probability_TinyHazard_KeepsItsDigits()
    {
        double hazard = Jo.Hazard(1.0, 1e-12);
        Assert.InRange(hazard, 1e-16, 1e-14);
        Assert.Equal(hazard, Jo.Probability(1.0, 1e-12), hazard * 1e-12);
    }

    [Fact]
    public void Probability_ZeroWidth_IsZero() => Assert.Equal(0.0, Jo.Probability(4.0, 0.0));

    [Fact]
    public void Probability_HugeVoltage_IsOne()
    {
        Assert.Equal(1.0, Jo.Probability(1e6, 1e-6));
        Assert.Equal(1e-6, Jo.MeanOnTimeSeconds(1e6, 1e-6), 1e-18);
        Assert.Equal(0.0, Jo.SlopePerVolt(1e6, 1e-6));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Voltage_ProbabilityOutsideOpenInterval_Throws(double probability)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.Voltage(probability, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.PulseWidth(probability, 4.0));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_ParameterNotPositive_Throws(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SwitchingLaw(value, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SwitchingLaw(1.0, value));
    }

    [Fact]
    public void Members_ArgumentNotFinite_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.Hazard(double.NaN, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.Hazard(1.0, -1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.TauSeconds(double.NegativeInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.Voltage(0.5, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Jo.MeanSetEnergyJoules(4.0, 1e-6, 0.0, 1e9));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void VoltageAndPulseWidth_RoundTrip_ReturnTheProbability()
    {
        foreach (double probability in (double[])[1e-15, 1e-9, 1e-4, 1.0 / 65536, 0.01, 0.25, 0.5, 0.63, 0.9, 0.999, 1.0 - 1e-9])
        {
            foreach (double width in (double[])[1e-9, 1e-8, 1e-6, 1e-3, 1.0])
            {
                double volts = Jo.Voltage(probability, width);

                // An error of one unit in the last place of V is 1e-14 of h; below p = 1 it is that of p, above less.
                Assert.InRange(Jo.Probability(volts, width) / probability, 1.0 - 1e-12, 1.0 + 1e-12);
                Assert.InRange(Jo.PulseWidth(probability, volts) / width, 1.0 - 1e-12, 1.0 + 1e-12);
            }
        }
    }
}
