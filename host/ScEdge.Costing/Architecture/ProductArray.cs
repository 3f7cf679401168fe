using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Architecture;

/// <summary>The gates and counters in which the products of the passes are made, and what makes the bits for them.</summary>
/// <remarks>
/// Every bit that leaves a lane is broadcast to gates: the stream of an input meets the weights of all outputs. A gate, AND of magnitudes or XNOR
/// of bipolar streams, hands a bit to a parallel counter with signs, one counted bit per operation; bipolar, N is taken off a product's count once.
/// </remarks>
/// <param name="Source">Where the random numbers come from, and who shares them.</param>
public sealed record ProductArray(StreamSource Source)
{
    /// <summary>How streams carry a sign, and so which gate multiplies.</summary>
    public PassEncoding Encoding { get; init; }

    /// <summary>Gates that work at a time, each with its share of a parallel counter; 1 to 2^24; default 16,384 (assumption).</summary>
    public int Gates { get; init; } = 16384;

    /// <summary>Wire of a broadcast bit per gate or comparator; mm; default 0.005, the pitch of a gate with its counter (assumption).</summary>
    public double WireMillimetres { get; init; } = 0.005;

    /// <summary>The gates that multiply.</summary>
    public StreamGates Kind => Encoding == PassEncoding.Bipolar ? StreamGates.Xnor : StreamGates.And;

    /// <summary>Whether cells make the bits or the sequences.</summary>
    public bool HasCells => Source is StreamSource.OwnCells or StreamSource.SharedCells;
}
