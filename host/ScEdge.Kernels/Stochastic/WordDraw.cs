namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Which word of the streams of a batch is drawn, and from what.
/// </summary>
internal unsafe struct WordDraw
{
    /// <summary>Low half of the stream's key plus the counters that earlier words of each stream own.</summary>
    public uint KeyLow;

    /// <summary>High half of the stream's key.</summary>
    public uint KeyHigh;

    /// <summary>Whether the ones of the words are added up as they are drawn.</summary>
    public bool CountsOnes;

    /// <summary>The bits in use.</summary>
    public uint Mask;

    /// <summary>Rows of the <see cref="ResponseTable"/>; only for cells of their own strength.</summary>
    public ushort* Response;

    /// <summary>Class of the first cell of lane 0 that makes a bit of this word; 32 of them can be read in every lane.</summary>
    public byte* Classes;

    /// <summary>From the cells of one lane to those of the next.</summary>
    public int CellsPerLane;
}
