using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>Two streams, and a fair one that a multiplexer chooses between them by.</summary>
/// <param name="A">The stream of p.</param>
/// <param name="B">The stream of q.</param>
/// <param name="Select">The stream of 1/2.</param>
/// <param name="Counts">What cells did for a and b; zero without cells.</param>
public sealed record StreamTriple(Bitstream A, Bitstream B, Bitstream Select, OperationCounts Counts)
{
    // Identities of the streams and banks of a, b, select and of the choice between shared and own numbers.
    internal const uint StreamA = 0, StreamB = 1, StreamSelect = 2, StreamChoice = 3;

    /// <summary>Makes the streams of some settings.</summary>
    public static StreamTriple Of(StreamSettings settings)
    {
        System.ArgumentNullException.ThrowIfNull(settings);
        return settings.Source switch
        {
            BitSource.Cells => CellStreams.Of(settings),
            BitSource.FormatOne => FormatOneStreams.Of(settings),
            _ => ComparatorStreams.Of(settings),
        };
    }
}
