using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// The value of a setting: one text, or several of an option that may be repeated.
/// </summary>
/// <param name="texts">The texts, as they stand on a command line; none leaves the option out.</param>
public sealed class SweepValue(params IReadOnlyList<string> texts) : IEquatable<SweepValue>
{
    /// <summary>Gets the texts.</summary>
    public IReadOnlyList<string> Texts { get; } = texts;

    /// <inheritdoc/>
    public bool Equals(SweepValue? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SweepValue);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the texts with commas between them.</summary>
    public override string ToString() => Texts.Count == 0 ? "none" : string.Join(',', Texts);
}
