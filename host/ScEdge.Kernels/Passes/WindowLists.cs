namespace ScEdge.Kernels.Passes;

/// <summary>
/// The numbers that the sums of neighbouring windows run over, a list for each.
/// </summary>
internal unsafe struct WindowLists
{
    /// <summary>The windows.</summary>
    public int Count;

    /// <summary>The numbers that the places of the first window count from.</summary>
    public PlacedNumber* Numbers;

    /// <summary>From the numbers of a window to those of the next.</summary>
    public int Advance;

    /// <summary>Where the list of each window begins.</summary>
    public int* Starts;

    /// <summary>Length of each list; <see cref="ProductSumKernel.MostPadding"/> entries behind it have a tap whose weights are zero.</summary>
    public int* Lengths;

    /// <summary>Place of each number.</summary>
    public int* Places;

    /// <summary>The tap that each meets.</summary>
    public int* Taps;
}
