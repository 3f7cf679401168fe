using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Measured errors of one phase of the optimiser, that is of one kind of stream.</summary>
public sealed record UpdateErrorSeries
{
    /// <summary>Name of the phase, for example <c>gradient into momentum</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>Bits per stream in this phase; null prints nothing.</summary>
    public int? StreamLength { get; init; }

    /// <summary>Groups of updates, each with its predicted and its measured error; may be empty.</summary>
    public IReadOnlyList<UpdateErrorPoint> Points { get; init; } = [];

    /// <summary>Updates that the measurement compared; null prints nothing.</summary>
    public long? Samples { get; init; }

    /// <summary>Mean of (stochastic result - exact result); null if it was not measured.</summary>
    public double? Bias { get; init; }

    /// <summary>Five standard errors of <see cref="Bias"/>: an unbiased phase stays within it, positive; null if unknown.</summary>
    public double? BiasBound { get; init; }
}
