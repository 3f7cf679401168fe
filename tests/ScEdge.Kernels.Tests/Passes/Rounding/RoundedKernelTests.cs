using System;
using ScEdge.Kernels.Passes.Rounding;
using ScEdge.Stochastic.Passes.Rounding;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Kernels.Tests.Passes.Rounding;

/// <summary>The kernels of fixed point against the plain code; the same scenes run in processes with fewer instructions (KernelTierTests).</summary>
[Trait("Kind", "Property")]
public sealed class RoundedKernelTests
{
    [Theory]
    [MemberData(nameof(PassScene.ShapesAndLengths), MemberType = typeof(PassScene))]
    public void Kernels_AnyShapeAndLength_EqualPlainCode(int shape, int length)
    {
        RoundedScene scene = new(PassScene.ShapeOf(shape), length, seed: 11 + shape);
        foreach ((int digit, int biasDigit) in new[] { (0, 3), (4, 0), (-5, -16), (-17, -17) })
        {
            Assert.Equal(scene.Plain(digit, biasDigit), scene.Kernels(digit, biasDigit));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(27)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(43)]
    [InlineData(48)]
    public void Round_AnyCount_EqualsPlainCode(int digits)
    {
        ulong key = CounterGenerator.Key(1, 2, 3);
        Random random = new(digits);
        long most = 1L << Math.Min(digits + 30, 47);
        for (int count = 0; count <= 70; count++)
        {
            double[] sums = new double[count];
            int[] rounded = new int[count];
            for (int i = 0; i < count; i++)
            {
                sums[i] = i % 5 == 0 ? (most - 1) * (i % 2 == 0 ? 1 : -1) : random.NextInt64(-most + 1, most);
            }

            RoundedSumKernel.Round(sums, digits, key, 9, rounded);
            for (int i = 0; i < count; i++)
            {
                uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), 9 + (uint)i);
                Assert.Equal(StochasticRounding.Of((long)sums[i], digits, word), rounded[i]);
            }
        }
    }
}
