namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Sixteen numbers on their way from probability to bits.
/// </summary>
internal unsafe struct NumberBlock
{
    /// <summary>Numbers of a block.</summary>
    public const int Length = 16;

    /// <summary>Probability of each number as the drive sets it, 0..65536.</summary>
    public fixed uint Probabilities[Length];

    /// <summary>Lane of cells that makes each number.</summary>
    public fixed uint Lanes[Length];

    /// <summary>Node of the cell response at or below each probability.</summary>
    public fixed uint LowerNodes[Length];

    /// <summary>Way from that node to the next, in units of 2^-16.</summary>
    public fixed uint Ways[Length];

    /// <summary>The word of the stream that was drawn for each number.</summary>
    public fixed uint Bits[Length];
}
