using System;
using ScEdge.Input;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Tests.Optimization;

public class QuantizedGradientTests
{
    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(16, 1.0f)]
    [InlineData(16, 0.99999f)]
    [InlineData(8, 3.7e-9f)]
    [InlineData(8, 126.9f)]
    [InlineData(16, 5.0e7f)]
    [InlineData(16, 1.0e-40f)]
    public void BeginStep_AnyLargestEntry_UsesTheUpperHalfOfTheIntegers(int bits, float largest)
    {
        QuantizedGradient gradient = new(3, bits, 1, 0);
        float[] values = [largest, -largest / 3, 0];
        gradient.BeginStep(values, 0);
        gradient.Quantize(values, 0, 3);
        int limit = (1 << (bits - 1)) - 1;
        Assert.InRange(gradient.Maximum, 0u, (uint)limit);
        Assert.Equal(0, gradient.Values[2]);
        foreach (short integer in gradient.Values)
        {
            Assert.InRange(Math.Abs((int)integer), 0, (int)gradient.Maximum);
        }

        if (largest > 1e-30f)
        {
            Assert.True(gradient.Maximum > limit / 2.1);
        }
    }

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Quantize_ManySteps_HasTheGradientAsItsMean()
    {
        // Rounding up with probability f has the variance f (1 - f) <= 1/4: five deviations over the steps.
        const int steps = 4000;
        float[] values = [1.0f, 0.3331f, -0.1237f, 3.1e-3f, -7.7e-5f];
        QuantizedGradient gradient = new(values.Length, 8, 9, 2);
        double[] sums = new double[values.Length];
        for (uint step = 0; step < steps; step++)
        {
            gradient.BeginStep(values, step);
            gradient.Quantize(values, 0, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                sums[i] += Math.ScaleB(gradient.Values[i], -gradient.FractionBits) / steps;
            }
        }

        double bound = 5 * 0.5 / Math.Sqrt(steps) * Math.ScaleB(1.0, -gradient.FractionBits);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.InRange(sums[i], values[i] - bound, values[i] + bound);
        }
    }

    [Fact]
    [Trait("Kind", "Unit")]
    public void BeginStep_AllZero_HasNoMagnitude()
    {
        QuantizedGradient gradient = new(4, 16, 1, 0);
        gradient.BeginStep(new float[4], 7);
        gradient.Quantize(new float[4], 0, 4);
        Assert.Equal(0u, gradient.Maximum);
        Assert.All(gradient.Values, value => Assert.Equal(0, value));
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void BeginStep_NotFinite_SaysSo(float entry) =>
        Assert.Throws<InputException>(() => new QuantizedGradient(2, 16, 1, 0).BeginStep([0.5f, entry], 0));
}
