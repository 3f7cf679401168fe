using System;

namespace ScEdge.Costing.Libraries;

/// <summary>A ratio of two quantities of one library; made by <see cref="CostLibrary.Ratio"/> only.</summary>
public sealed class LibraryRatio
{
    internal LibraryRatio(CostLibrary library, double value)
    {
        Library = library;
        Value = value;
    }

    /// <summary>The library of both.</summary>
    public CostLibrary Library { get; }

    /// <summary>Numerator / denominator.</summary>
    public double Value { get; }

    /// <summary>log10 of the ratio.</summary>
    public double OrdersOfMagnitude => Math.Log10(Value);
}
