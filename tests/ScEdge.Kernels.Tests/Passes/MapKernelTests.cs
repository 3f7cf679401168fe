using System;
using System.Linq;
using ScEdge.Kernels.Passes;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Tests.Passes;

/// <summary>What happens to whole maps, against the plain code.</summary>
public sealed class MapKernelTests
{
    private readonly Random _random = new(4);

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(576)]
    public void Rectify_MapAndErrors_EqualPlainCode(int count)
    {
        int[] expected = Map(count);
        int[] expectedErrors = Map(count);
        int[] actual = [.. expected];
        int[] actualErrors = [.. expectedErrors];
        MapLayers.Rectify(expected);
        MapLayers.RectifyErrors(expected, expectedErrors);
        MapKernel.Rectify(actual);
        MapKernel.RectifyErrors(actual, actualErrors);

        Assert.Equal(expected, actual);
        Assert.Equal(expectedErrors, actualErrors);
    }

    [Theory]
    [InlineData(40_000u, 0)]
    [InlineData(700_000u, 0)]
    [InlineData(3_000u, -40)]
    [InlineData(1_900u, 5)]
    [InlineData(1u, 0)]
    public void Probabilities_AnyScale_EqualPlainCode(uint maximum, int clipped)
    {
        FullScale scale = FullScale.Of(maximum, 0);
        scale.Shift += clipped;
        int[] map = Map(77);
        uint[] actual = new uint[77];
        MapKernel.Probabilities(map, scale, actual);
        Assert.Equal(map.Select(value => scale.Probability((uint)Math.Abs(value))), actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(576)]
    public void Scale_AnyFactor_EqualsPlainCode(int count)
    {
        int[] expected = Map(count);
        int[] actual = [.. expected];
        MapLayers.Scale(expected, 0, count, 35, -777);
        MapKernel.Scale(actual, 35, -777);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(3, 28, 28)]
    [InlineData(2, 5, 7)]
    [InlineData(1, 2, 2)]
    [InlineData(16, 8, 8)]
    [InlineData(2, 6, 70)]
    public void Pool_OnEveryTier_EqualsPlainCode(int channels, int height, int width)
    {
        int[] inputs = Map(channels * height * width);
        int pooled = channels * (height / 2) * (width / 2);
        int[] expected = new int[pooled];
        int[] winners = new int[pooled];
        MapLayers.Pool(inputs, channels, height, width, expected, winners);
        foreach (VectorTier tier in Enum.GetValues<VectorTier>().Where(static tier => tier <= KernelTier.Hardware))
        {
            int[] actual = new int[pooled];
            int[] actualWinners = new int[pooled];
            PoolingKernel.Pool(tier, inputs, channels, height, width, actual, actualWinners);
            Assert.Equal(expected, actual);
            Assert.Equal(winners, actualWinners);
        }
    }

    [Theory]
    [InlineData(3, 28, 28)]
    [InlineData(2, 5, 7)]
    public void PoolErrors_MapWithErrorsBefore_EqualsPlainCode(int channels, int height, int width)
    {
        int[] winners = new int[channels * (height / 2) * (width / 2)];
        MapLayers.Pool(Map(channels * height * width), channels, height, width, new int[winners.Length], winners);
        int[] errors = Map(winners.Length);
        int[] expected = Map(channels * height * width);
        int[] actual = [.. expected];
        MapLayers.PoolErrors(errors, winners, expected);
        PoolingKernel.PoolErrors(errors, winners, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Maximum_Registers_IsTheLargestMagnitude()
    {
        short[] registers = [.. Enumerable.Range(0, 77).Select(_ => (short)_random.Next(-32768, 32768))];
        Assert.Equal((uint)registers.Max(static value => Math.Abs((int)value)), MapKernel.Maximum(registers));
        registers[40] = short.MinValue;
        Assert.Equal(32768u, MapKernel.Maximum(registers));
    }

    // Few values, so that neighbours are often equal.
    private int[] Map(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(-3, 5))];
}
