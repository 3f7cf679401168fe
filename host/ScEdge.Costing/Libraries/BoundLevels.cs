using System.Collections.Immutable;

namespace ScEdge.Costing.Libraries;

/// <summary>Where between their bounds the components lie that a library has no figure for.</summary>
/// <remarks>A level is -1 at the lower bound, 1 at the upper bound, and 0, their geometric mean, unless set.</remarks>
public sealed class BoundLevels
{
    private readonly ImmutableDictionary<string, double> _levels;

    private BoundLevels(ImmutableDictionary<string, double> levels) => _levels = levels;

    /// <summary>Gets the levels with every component in the middle.</summary>
    public static BoundLevels Nominal { get; } = new(ImmutableDictionary<string, double>.Empty);

    /// <summary>Returns the level of a component.</summary>
    public double Of(string component) => _levels.GetValueOrDefault(component);

    /// <summary>Returns the same levels with another one for a component.</summary>
    /// <param name="component">Component.</param>
    /// <param name="level">Level; -1 to 1.</param>
    public BoundLevels With(string component, double level) => new(_levels.SetItem(component, level));
}
