using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

[Trait("Kind", "Unit")]
public sealed class CounterSourceTests
{
    [Fact]
    public void Next_EveryWidth_IsTopBitsOfTheWord()
    {
        ulong key = CounterGenerator.Key(5, 6, 7);
        for (int width = 1; width <= 32; width++)
        {
            var source = new CounterSource(5, 6, 7, width);
            Assert.Equal(width, source.Width);
            for (uint counter = 0; counter < 50; counter++)
            {
                Assert.Equal(CounterGenerator.Word((uint)key, (uint)(key >> 32), counter) >> (32 - width), source.Next());
            }
        }
    }

    [Fact]
    public void Reset_AfterNumbers_StartsAgain()
    {
        var source = new CounterSource(1, 2, 3, 16);
        uint first = source.Next();
        source.Next();
        source.Reset();
        Assert.Equal(first, source.Next());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void Constructor_WidthOutOfRange_Throws(int width)
    {
        Assert.Throws<ArgumentException>(() => new CounterSource(1, 2, 3, width));
    }
}
