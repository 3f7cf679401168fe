using ScEdge.Entropy.Sources;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Entropy.Tests.Sources;

[Trait("Kind", "Unit")]
public sealed class ReplaySourceTests
{
    [Fact]
    public void NextWord_FromTheStart_IsTheCounterGenerators()
    {
        ulong key = CounterGenerator.Key(42, 9, 0);
        ReplaySource source = new(42, 9);
        for (uint i = 0; i < 100; i++)
        {
            Assert.Equal(CounterGenerator.Word((uint)key, (uint)(key >> 32), i), source.NextWord());
        }

        Assert.Equal(EntropyQuality.Replay, source.Quality);
    }
}
