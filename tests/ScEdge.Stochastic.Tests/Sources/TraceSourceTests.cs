using System;
using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

[Trait("Kind", "Unit")]
public sealed class TraceSourceTests
{
    [Fact]
    public void Next_TraceThatWraps_StartsAgain()
    {
        var source = new TraceSource([3, 1, 2], 2, TraceEnd.Wrap);
        Assert.Equal([3u, 1u, 2u, 3u, 1u], Enumerable.Range(0, 5).Select(_ => source.Next()));
        source.Reset();
        Assert.Equal(3u, source.Next());
    }

    [Fact]
    public void Next_TraceThatThrows_ThrowsOnlyPastItsEnd()
    {
        var source = new TraceSource([3, 1], 2, TraceEnd.Throw);
        source.Next();
        Assert.Equal(1u, source.Next());
        Assert.Throws<InvalidOperationException>(() => source.Next());
        source.Reset();
        Assert.Equal(3u, source.Next());
    }

    [Fact]
    public void Constructor_BadTrace_Throws()
    {
        Assert.Throws<ArgumentException>(() => new TraceSource([], 8, TraceEnd.Wrap));
        Assert.Throws<ArgumentException>(() => new TraceSource([1, 256], 8, TraceEnd.Wrap));
        Assert.Equal(uint.MaxValue, new TraceSource([uint.MaxValue], 32, TraceEnd.Wrap).Next());
    }
}
