namespace ScEdge.Kernels.Passes;

/// <summary>
/// The numbers other than zero that one sum runs over.
/// </summary>
internal unsafe struct TapList
{
    /// <summary>How many there are.</summary>
    public int Count;

    /// <summary>Where the words of each number's stream begin.</summary>
    public int* Offsets;

    /// <summary>Tap of each number.</summary>
    public int* Taps;

    /// <summary>Sign of each number: zero for plus, all ones for minus.</summary>
    public uint* Signs;
}
