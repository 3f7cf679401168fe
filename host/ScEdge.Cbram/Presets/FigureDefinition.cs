using System;
using System.Collections.Generic;
using ScEdge.Cbram.Laws;

namespace ScEdge.Cbram.Presets;

/// <summary>
/// Name, unit and range of one figure of a preset: the one table behind reading, writing and printing.
/// </summary>
/// <remarks>The ranges lie far outside what devices do; they are there to catch slips of unit and sign.</remarks>
/// <param name="Name">Property of a preset file, ending in the unit.</param>
/// <param name="Label">What the figure is, for people.</param>
/// <param name="Unit">Unit symbol.</param>
/// <param name="Minimum">Smallest value that is accepted.</param>
/// <param name="Maximum">Largest value that is accepted.</param>
/// <param name="Figure">Reads the figure out of a preset; null where the preset has none.</param>
public sealed record FigureDefinition(
    string Name, string Label, string Unit, double Minimum, double Maximum, Func<CbramPreset, PresetFigure?> Figure)
{
    internal const string SetPulseWidthName = "set_pulse_width_seconds";
    internal const string SetVoltageName = "set_voltage_volts";
    internal const string SetCurrentLimitName = "set_current_limit_amperes";
    internal const string ActivationEnergyName = "activation_energy_electronvolts";
    internal const string EnduranceName = "endurance_cycles";
    internal const string Tau0Name = "tau0_seconds";
    internal const string V0Name = "v0_volts";
    internal const string ShapeName = "wait_shape";

    /// <summary>All figures in the order in which they are written and printed.</summary>
    public static IReadOnlyList<FigureDefinition> All { get; } =
    [
        new(Tau0Name, "tau0", "s", 1e-30, 1e30, p => p.Tau0),
        new(V0Name, "V0", "V", 1e-3, 10, p => p.V0),
        new(ShapeName, "shape of the waits", "", WaitDistribution.LeastShape, WaitDistribution.LargestShape, p => p.WaitShape),
        new(ActivationEnergyName, "activation energy", "eV", 1e-3, 5, p => p.ActivationEnergy),
        new("ron_ohms", "Ron", "ohm", 1, 1e15, p => p.OnResistance),
        new("roff_ohms", "Roff", "ohm", 1, 1e15, p => p.OffResistance),
        new(SetPulseWidthName, "SET pulse width", "s", 1e-12, 1e3, p => p.SetPulseWidth),
        new(SetVoltageName, "SET voltage", "V", 1e-3, 100, p => p.SetVoltage),
        new(SetCurrentLimitName, "SET current limit", "A", 1e-12, 1, p => p.SetCurrentLimit),
        new("read_voltage_volts", "read voltage", "V", 1e-3, 100, p => p.ReadVoltage),
        new("read_pulse_width_seconds", "read pulse width", "s", 1e-12, 1e3, p => p.ReadPulseWidth),
        new("reset_voltage_volts", "RESET voltage", "V", -100, -1e-3, p => p.ResetVoltage),
        new("reset_pulse_width_seconds", "RESET pulse width", "s", 1e-12, 1e3, p => p.ResetPulseWidth),
        new(EnduranceName, "endurance", "cycles", 1, 1e18, p => p.Endurance),
    ];
}
