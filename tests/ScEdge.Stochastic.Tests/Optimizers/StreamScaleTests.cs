using System;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Optimizers;

public class StreamScaleTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void For_PowersOfTwo_GivesTheQuantityBackExactly()
    {
        for (int digits = 1; digits <= 15; digits++)
        {
            uint maximum = (1u << digits) - 1;
            foreach (int length in new[] { 1, 2, 4, 8, 16, 32, 64 })
            {
                StreamScale scale = StreamScale.For(maximum, Coefficient.PowerOfTwo(0), length);
                for (uint magnitude = 0; magnitude <= maximum; magnitude = (magnitude * 5 / 4) + 1)
                {
                    // p N q = U: nothing is lost as long as the quantum needs no digit of p below 2^-16.
                    double back = Back(scale, magnitude, length);
                    Assert.Equal(magnitude, back);
                }
            }
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void For_AnyFactorAndLength_StaysWithinItsErrorAndItsRange()
    {
        for (uint trial = 0; trial < 20_000; trial++)
        {
            uint maximum = 1 + (CounterGenerator.Word(1, 1, trial) % 32767);
            int length = 1 + (int)(CounterGenerator.Word(1, 2, trial) % 300);
            uint units = 1 + (CounterGenerator.Word(1, 3, trial) % 65536);
            int exponent = (int)(CounterGenerator.Word(1, 4, trial) % 30) - 20;
            Coefficient coefficient = Coefficient.FromFraction(units).Scaled(exponent);
            StreamScale scale = StreamScale.For(maximum, coefficient, length);
            uint magnitude = CounterGenerator.Word(1, 5, trial) % (maximum + 1);

            double factor = units / 65536.0 * Math.Pow(2, exponent);
            double quantum = Math.Pow(2, scale.QuantumShift);
            double bound = (length * quantum * (Math.Pow(2, -17) + 1e-12)) + (magnitude * factor * Math.Pow(2, -14.9));
            Assert.True(Math.Abs(Back(scale, magnitude, length) - (magnitude * factor)) <= bound);
            Assert.InRange(scale.Probability(maximum), 0u, 65536u);
            Assert.InRange(scale.QuantumShift, 0, 64);

            // Half the quantum would not do, unless the quantum is the register's step already.
            if (scale.QuantumShift > 0)
            {
                Assert.True(scale.Probability(maximum) >= 32767);
            }
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void HalfProbability_AnyMagnitude_IsHalfOfProbability()
    {
        StreamScale scale = StreamScale.For(20000, Coefficient.FromFraction(6554), 24);
        for (uint magnitude = 0; magnitude <= 20000; magnitude += 17)
        {
            Assert.InRange(scale.HalfProbability(magnitude) - (scale.Probability(magnitude) / 2.0), -0.5, 0.5);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void For_NothingToAdd_HasNoProbability()
    {
        StreamScale scale = StreamScale.For(0, Coefficient.PowerOfTwo(3), 32);
        Assert.Equal(0, scale.QuantumShift);
        Assert.Equal(0u, scale.Probability(0));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(65536u, 32768u, -15)]
    [InlineData(1u, 32768u, -31)]
    [InlineData(6554u, 52432u, -19)]
    public void FromFraction_Units_IsNormalised(uint units, uint mantissa, int exponent)
    {
        Coefficient coefficient = Coefficient.FromFraction(units);
        Assert.Equal(mantissa, coefficient.Mantissa);
        Assert.Equal(exponent, coefficient.Exponent);
    }

    private static double Back(StreamScale scale, uint magnitude, int length) =>
        scale.Probability(magnitude) / 65536.0 * length * Math.Pow(2, scale.QuantumShift);
}
