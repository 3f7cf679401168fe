using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Costing.Libraries;

/// <summary>Cost figures of one source; every report and every ratio is made from exactly one library.</summary>
public sealed class CostLibrary
{
    private readonly Dictionary<string, LibraryEntry> _entries;

    internal CostLibrary(string name, string description, IReadOnlyList<LibraryEntry> entries)
    {
        Name = name;
        Description = description;
        Entries = entries;
        _entries = entries.ToDictionary(entry => entry.Component);
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>What it covers and what it lacks.</summary>
    public string Description { get; }

    /// <summary>Entries in the order of the file.</summary>
    public IReadOnlyList<LibraryEntry> Entries { get; }

    /// <summary>Returns the entry of a component, or null where the library has none.</summary>
    public LibraryEntry? Find(string component) => _entries.GetValueOrDefault(component);

    /// <summary>Makes a quantity that remembers this library.</summary>
    /// <param name="value">Value; its unit is that of every quantity it is compared with.</param>
    public LibraryQuantity Quantity(double value) => new(this, value);

    /// <summary>Returns numerator / denominator, both of which must come from this library.</summary>
    /// <remarks>The only way to make a <see cref="LibraryRatio"/>: sources differ in node, voltage and what they include,
    /// so that a ratio across them says nothing.</remarks>
    /// <exception cref="ArgumentException">One of the two comes from another library.</exception>
    public LibraryRatio Ratio(LibraryQuantity numerator, LibraryQuantity denominator)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        return ReferenceEquals(numerator.Library, this) && ReferenceEquals(denominator.Library, this)
            ? new LibraryRatio(this, numerator.Value / denominator.Value)
            : throw new ArgumentException(
                $"A ratio must not mix cost libraries: {numerator.Library.Name} over {denominator.Library.Name} in {Name}.");
    }
}
