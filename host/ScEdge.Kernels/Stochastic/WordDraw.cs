namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Which word of 16 neighbouring streams is drawn, and from what.
/// </summary>
internal unsafe struct WordDraw
{
    /// <summary>Low half of the stream's key.</summary>
    public uint KeyLow;

    /// <summary>High half of the stream's key.</summary>
    public uint KeyHigh;

    /// <summary>First counter of the word of the first number.</summary>
    public uint Counter;

    /// <summary>From the counter of one number to that of the next.</summary>
    public uint CounterStride;

    /// <summary>The bits in use.</summary>
    public uint Mask;

    /// <summary>Cell response [node][32], rising from node to node; only for cells of their own strength.</summary>
    public ushort* Nodes;

    /// <summary>Class of the first cell of lane 0 that makes a bit of this word; 32 of them can be read in every lane.</summary>
    public byte* Classes;

    /// <summary>From the cells of one lane to those of the next.</summary>
    public int CellsPerLane;
}
