namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Numbers on their way from probability to count of ones, all steps of the way side by side on the stack.
/// </summary>
/// <remarks>
/// Large enough that a step's results have left the store queue when the next step reads them in other portions, small
/// enough to stay in the first cache beside the response of the cells. Numbers with a probability other than zero are
/// drawn; they stand close together in the arrays from <see cref="Indices"/> on.
/// </remarks>
internal unsafe struct NumberBatch
{
    /// <summary>Most numbers of a batch: whole vectors of any width.</summary>
    public const int Capacity = 256;

    /// <summary>Numbers that the widest loop draws together; behind the last drawn one, probabilities are zero up to here.</summary>
    public const int Portion = 32;

    /// <summary>Wanted probability of each number, 0..65536.</summary>
    public fixed uint Wanted[Capacity];

    /// <summary>Ones of each number so far, after the multiplier if there is one.</summary>
    public fixed uint Ones[Capacity];

    /// <summary>Place of each drawn number in the batch.</summary>
    public fixed uint Indices[Capacity];

    /// <summary>Lane of cells that makes it.</summary>
    public fixed uint Lanes[Capacity];

    /// <summary>First counter of its stream.</summary>
    public fixed uint Counters[Capacity];

    /// <summary>Probability as the drive sets it, 0..65536; with room for the zeros behind the last.</summary>
    public fixed uint Probabilities[Capacity + Portion];

    /// <summary>Node of the cell response at or below the probability.</summary>
    public fixed uint LowerNodes[Capacity];

    /// <summary>Way from that node to the next in units of 2^-16, in both halves of the word.</summary>
    public fixed uint Ways[Capacity];

    /// <summary>The word of its stream that was drawn last.</summary>
    public fixed uint Bits[Capacity];

    /// <summary>Bytes to reserve on the stack for a batch that <see cref="On"/> may place.</summary>
    public static int RoomBytes => sizeof(NumberBatch) + CacheLine.Bytes;

    /// <summary>Places a batch on reserved bytes, uninitialised, so that none of its vectors straddles a cache line.</summary>
    /// <param name="room"><see cref="RoomBytes"/> of the stack.</param>
    public static NumberBatch* On(byte* room) => (NumberBatch*)CacheLine.AtOrAfter(room);
}
