namespace ScEdge.Kernels.Passes;

/// <summary>
/// A number of a map: its stream and its sign.
/// </summary>
internal unsafe struct PlacedNumber
{
    /// <summary>Words of the stream.</summary>
    public uint* Words;

    /// <summary>The sign: zero for plus, all ones for minus.</summary>
    public uint Sign;
}
