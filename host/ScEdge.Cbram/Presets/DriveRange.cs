using System;
using System.Globalization;

namespace ScEdge.Cbram.Presets;

/// <summary>The voltages that streams need of a device, and how far they reach beyond those at which its waits were measured.</summary>
/// <param name="LowVolts">Voltage of p = 2^-16; V.</param>
/// <param name="HighVolts">Voltage of p = 1 - 2^-16; V.</param>
/// <param name="Table">The table of waits; null where two constants describe them.</param>
public sealed record DriveRange(double LowVolts, double HighVolts, TauTable? Table)
{
    private const double Least = 1.0 / 65536;

    /// <summary>Volts that the lowest voltage lies below the table.</summary>
    public double BelowVolts => Table is null ? 0.0 : Math.Max(0.0, Table.LowestVolts - LowVolts);

    /// <summary>Volts that the highest voltage lies above the table.</summary>
    public double AboveVolts => Table is null ? 0.0 : Math.Max(0.0, HighVolts - Table.HighestVolts);

    /// <summary>What is said of it; null where nothing is extrapolated.</summary>
    public string? Sentence => BelowVolts + AboveVolts == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"Streams need {LowVolts:F2} to {HighVolts:F2} V and waits were measured from {Table!.LowestVolts:G4} to {Table.HighestVolts:G4} V: "
            + $"{BelowVolts:F2} V below and {AboveVolts:F2} V above are extrapolated.");

    /// <summary>What is wrong with it, without a full stop; null where the table accepts it.</summary>
    public string? Problem => Table is null || Math.Max(BelowVolts, AboveVolts) <= Table.ExtrapolationVolts ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"streams need {LowVolts:F3} to {HighVolts:F3} V and tau_table ends at {Table.LowestVolts:G6} and {Table.HighestVolts:G6} V with "
            + $"{Table.ExtrapolationVolts:G6} V of extrapolation: measure further, change set_pulse_width_seconds, or accept more in "
            + $"extrapolation_volts");

    /// <summary>Returns the range of a device.</summary>
    public static DriveRange Of(CbramPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        return new DriveRange(preset.PulseFor(Least).VoltageVolts, preset.PulseFor(1 - Least).VoltageVolts, preset.TauTable);
    }
}
