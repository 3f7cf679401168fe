using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Comparison of the stochastic updates' errors with what theory predicts.</summary>
/// <param name="Series">One entry per phase of the optimiser.</param>
/// <param name="Unit">Unit of every error, for example <c>weight units</c> or <c>register LSB</c>.</param>
/// <param name="StepInterval">Steps of the training of which one was compared; 1 where all were.</param>
public sealed record UpdateErrorPanel(IReadOnlyList<UpdateErrorSeries> Series, string Unit = "units of the parameter", int StepInterval = 1);

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

/// <summary>Error of one group of stochastic updates, against theory.</summary>
/// <param name="PredictedDeviation">Standard deviation that binomial counting predicts, for example q sqrt(N p (1 - p)).</param>
/// <param name="MeasuredRms">Root mean square of (stochastic result - exact result), same unit.</param>
public sealed record UpdateErrorPoint(double PredictedDeviation, double MeasuredRms);
