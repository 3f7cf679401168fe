namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// What the quotients of a batch need beside a <see cref="NumberBatch"/>.
/// </summary>
internal unsafe struct QuotientBatch
{
    /// <summary>Probability of the first read of each drawn number: the dividend.</summary>
    public fixed uint Dividends[NumberBatch.Capacity + NumberBatch.Portion];

    /// <summary>Probability of the second read: the divisor, 1/2 or more.</summary>
    public fixed uint Divisors[NumberBatch.Capacity + NumberBatch.Portion];

    /// <summary>Bits of the first read.</summary>
    public fixed uint InnerBits[NumberBatch.Capacity];

    /// <summary>Bits of the second read.</summary>
    public fixed uint OuterBits[NumberBatch.Capacity];

    /// <summary>The divider's flip-flop, 0 or 1.</summary>
    public fixed uint States[NumberBatch.Capacity];

    /// <summary>Change of every weight of the batch without its sign.</summary>
    public fixed int Changes[NumberBatch.Capacity];
}
