using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

/// <summary>The sources that are a counter: ramp and van der Corput.</summary>
[Trait("Kind", "Unit")]
public sealed class CounterSequenceTests
{
    [Fact]
    public void Ramp_EveryWidth_CountsAndWraps()
    {
        for (int width = 1; width <= 10; width++)
        {
            var source = new RampSource(width);
            for (uint i = 0; i < 3u << width; i++)
            {
                Assert.Equal(i & ((1u << width) - 1), source.Next());
            }

            source.Reset();
            Assert.Equal(0u, source.Next());
        }
    }

    [Fact]
    public void VanDerCorput_EveryWidth_IsTheReversedCounter()
    {
        for (int width = 1; width <= 10; width++)
        {
            var source = new VanDerCorputSource(width);
            for (int i = 0; i < 3 << width; i++)
            {
                uint reversed = 0;
                for (int bit = 0; bit < width; bit++)
                {
                    reversed |= (uint)((i >> bit) & 1) << (width - 1 - bit);
                }

                Assert.Equal(reversed, source.Next());
            }

            source.Reset();
            Assert.Equal(0u, source.Next());
        }
    }

    [Fact]
    public void VanDerCorput_FullWidth_IsTheReversedWord()
    {
        var source = new VanDerCorputSource(32);
        uint[] numbers = [.. Enumerable.Range(0, 4).Select(_ => source.Next())];
        Assert.Equal([0u, 0x80000000u, 0x40000000u, 0xC0000000u], numbers);
    }
}
