using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Switching behaviour of the cell preset of the run.</summary>
public sealed record SwitchingPanel
{
    /// <summary>Name of the preset, for example <c>Jo 2009</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>One curve per pulse width, in order of widths.</summary>
    public required IReadOnlyList<SwitchingCurve> Curves { get; init; }

    /// <summary>Pulse width that the run used, in seconds; its curve is emphasised. Null emphasises none.</summary>
    public double? OperatingPulseWidthSeconds { get; init; }

    /// <summary>Lowest drive voltage that the run used, in volts; null marks no range.</summary>
    public double? OperatingLowVolts { get; init; }

    /// <summary>Highest drive voltage that the run used, in volts; null marks no range.</summary>
    public double? OperatingHighVolts { get; init; }

    /// <summary>
    /// Between what the used curve lies where its waits were not measured: lower and upper bounds, beyond either end of the measured voltages.
    /// Empty where all comes from one law.
    /// </summary>
    public IReadOnlyList<SwitchingCurve> Bounds { get; init; } = [];

    /// <summary>Source of the preset's values and how far to trust them; null prints nothing.</summary>
    public string? Source { get; init; }
}

/// <summary>Switching probability against voltage for one pulse width.</summary>
/// <param name="PulseWidthSeconds">Width of the pulse in seconds.</param>
/// <param name="Points">Points in order of rising voltage.</param>
public sealed record SwitchingCurve(double PulseWidthSeconds, IReadOnlyList<SwitchingPoint> Points);

/// <summary>Probability that a cell switches in one pulse of a given voltage.</summary>
/// <param name="Volts">Pulse amplitude in volts.</param>
/// <param name="Probability">Switching probability, 0 to 1.</param>
public sealed record SwitchingPoint(double Volts, double Probability);
