using System;
using System.Linq;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.Stochastic;

public sealed class GradientKernelTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Round_AnyLength_GivesTheIntegersOfTheFormula()
    {
        ulong key = CounterGenerator.Key(3, 4, 5);
        for (int length = 0; length <= 257; length++)
        {
            float[] gradient = Gradient(length);
            short[] integers = new short[length + 1];
            integers[length] = 99;
            GradientKernel.Round(gradient, 3276.8, key, 40, integers);
            for (int i = 0; i < length; i++)
            {
                double uniform = CounterGenerator.Word((uint)key, (uint)(key >> 32), 40 + (uint)i) / 4294967296.0;
                Assert.Equal(Math.Floor((gradient[i] * 3276.8) + uniform), integers[i]);
            }

            Assert.Equal(99, integers[length]);
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void RoundCounts_AnyLength_GivesTheIntegersOfTheFormula()
    {
        ulong key = CounterGenerator.Key(3, 4, 5);
        for (int length = 0; length <= 257; length++)
        {
            int[] counts = [.. Enumerable.Range(0, length).Select(static i => (i * 7919 % 65536 * 2) - 65536)];
            short[] integers = new short[length + 1];
            integers[length] = 99;
            int largest = GradientKernel.RoundCounts(counts, digits: 8, limit: 127, key, 40, integers);
            for (int i = 0; i < length; i++)
            {
                int random = (int)(CounterGenerator.Word((uint)key, (uint)(key >> 32), 40 + (uint)i) >> 24);
                Assert.Equal(Math.Clamp((int)Math.Floor((counts[i] + random) / 256.0), -127, 127), integers[i]);
            }

            Assert.Equal(integers.Take(length).Select(static integer => Math.Abs((int)integer)).DefaultIfEmpty().Max(), largest);
            Assert.Equal(99, integers[length]);
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void LargestMagnitude_AnyLength_IsThatOfTheEntries()
    {
        for (int length = 0; length <= 257; length++)
        {
            float[] gradient = Gradient(length);
            Assert.Equal(gradient.Select(MathF.Abs).DefaultIfEmpty().Max(), GradientKernel.LargestMagnitude(gradient));
        }
    }

    [Theory]
    [Trait("Kind", "Unit")]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void LargestMagnitude_EntryNotFinite_IsNotFinite(float entry)
    {
        for (int place = 0; place < 35; place++)
        {
            float[] gradient = Gradient(35);
            gradient[place] = entry;
            Assert.False(float.IsFinite(GradientKernel.LargestMagnitude(gradient)));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Convert_AnyLength_GivesTheRegistersTimesTheUnit()
    {
        for (int length = 0; length <= 257; length++)
        {
            short[] registers = [.. Enumerable.Range(0, length).Select(i => (short)((i * 7919) - 32768))];
            float[] values = new float[length];
            RegisterValueKernel.Convert(registers, 1f / 512, values);
            Assert.Equal(registers.Select(register => register * (1f / 512)), values);
        }
    }

    /// <summary>Magnitudes from 2^-20 to 10, both signs, zeros.</summary>
    private static float[] Gradient(int length)
    {
        float[] gradient = new float[length];
        for (int i = 0; i < length; i++)
        {
            uint word = CounterGenerator.Word(1, 2, (uint)i);
            float magnitude = MathF.ScaleB((word >> 12) * (10f / (1 << 20)), -(int)(word & 31));
            gradient[i] = (word & 32) != 0 ? -magnitude : magnitude;
        }

        return gradient;
    }
}
