using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Playground.Streams;

/// <summary>
/// A source that in some cycles gives the number of another one instead of its own.
/// </summary>
/// <remarks>
/// Beside a stream from the other source, a comparator on this one makes a stream of stochastic cross correlation c in the mean, whatever the two
/// probabilities, where the other's number is taken in a share c of the cycles: p(11) is then (1 - c) pa pb + c min(pa, pb).
/// </remarks>
/// <param name="own">The source itself.</param>
/// <param name="other">The other one; no wider.</param>
/// <param name="chooser">Uniform numbers of 16 bits.</param>
/// <param name="share">Cycles in which the other's number is taken; units of 2^-16.</param>
public sealed class CorrelatedSource(INumberSource own, INumberSource other, INumberSource chooser, uint share) : INumberSource
{
    /// <inheritdoc/>
    public int Width => other.Width;

    /// <inheritdoc/>
    public uint Next()
    {
        // All three move on in every cycle.
        uint mine = own.Next() >> (own.Width - other.Width);
        uint others = other.Next();
        return chooser.Next() >> (chooser.Width - BernoulliWord.CounterStride) < share ? others : mine;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        own.Reset();
        other.Reset();
        chooser.Reset();
    }
}
