namespace ScEdge.Costing.Libraries;

/// <summary>An area, energy or power that remembers the library that it was made from.</summary>
public sealed class LibraryQuantity
{
    internal LibraryQuantity(CostLibrary library, double value)
    {
        Library = library;
        Value = value;
    }

    /// <summary>The library.</summary>
    public CostLibrary Library { get; }

    /// <summary>Value in the unit of its use.</summary>
    public double Value { get; }
}
