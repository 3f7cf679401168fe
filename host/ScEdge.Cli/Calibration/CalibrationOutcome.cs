using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Entropy.Cells;

namespace ScEdge.Cli.Calibration;

/// <summary>
/// What a calibration of a simulated cell found and what it took.
/// </summary>
internal sealed record CalibrationOutcome
{
    /// <summary>Gets the name of the device.</summary>
    public required string Preset { get; init; }

    /// <summary>Gets the width of its SET pulses; s.</summary>
    public required double PulseWidthSeconds { get; init; }

    /// <summary>Gets what is wrong with the cell.</summary>
    public required CellFault Fault { get; init; }

    /// <summary>Gets the SET pulses that were given.</summary>
    public required long SetPulses { get; init; }

    /// <summary>Gets the RESET pulses that were given.</summary>
    public required long ResetPulses { get; init; }

    /// <summary>Gets how often bits were judged.</summary>
    public required int Judgements { get; init; }

    /// <summary>Gets the largest error allowed at the nodes.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Gets the curve; empty for a faulty cell.</summary>
    public required IReadOnlyList<CalibrationPoint> Curve { get; init; }

    /// <summary>Gets the largest error on the curve; 0 without one.</summary>
    public double LargestError => Curve.Select(point => Math.Abs(point.Error ?? 0)).DefaultIfEmpty().Max();
}
