using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

/// <summary>Sources made from another one: its complement and its other phase.</summary>
[Trait("Kind", "Unit")]
public sealed class DerivedSourceTests
{
    [Fact]
    public void Inverted_EveryNumber_IsItsComplement()
    {
        var source = new InvertedSource(new TraceSource([0, 1, 7], 3, TraceEnd.Wrap));
        Assert.Equal([7u, 6u, 0u, 7u], Enumerable.Range(0, 4).Select(_ => source.Next()));
        source.Reset();
        Assert.Equal(7u, source.Next());
    }

    [Fact]
    public void PhaseShifted_Source_RunsAheadAlsoAfterReset()
    {
        var source = new PhaseShiftedSource(new RampSource(4), 3);
        Assert.Equal([3u, 4u, 5u], Enumerable.Range(0, 3).Select(_ => source.Next()));
        source.Reset();
        Assert.Equal(3u, source.Next());
        Assert.Equal(4, source.Width);
    }
}
