using ScEdge.Cbram;

namespace ScEdge.Cli.Tables;

/// <summary>What one bit at an even chance takes in its cell: a SET pulse, a read, and for half of the bits a RESET.</summary>
/// <param name="SetJoules">Mean of a SET pulse; J.</param>
/// <param name="ReadJoules">Mean of a read, V^2 T (1 / Ron + 1 / Roff) / 2; J.</param>
/// <param name="ResetJoules">Half of a RESET pulse, V^2 T / (2 Ron), whose filament is taken to conduct to the end: an upper bound; J.</param>
internal readonly record struct BitEnergy(double SetJoules, double ReadJoules, double ResetJoules)
{
    /// <summary>All of it; J.</summary>
    public double TotalJoules => SetJoules + ReadJoules + ResetJoules;

    /// <summary>Returns what a device takes.</summary>
    public static BitEnergy Of(CbramPreset preset) => new(
        preset.MeanSetEnergyJoules(0.5),
        Pulse(preset.ReadVoltage, preset.ReadPulseWidth) * ((1 / preset.OnResistance.Value) + (1 / preset.OffResistance.Value)) / 2,
        Pulse(preset.ResetVoltage, preset.ResetPulseWidth) / preset.OnResistance.Value / 2);

    private static double Pulse(PresetFigure volts, PresetFigure seconds) => volts.Value * volts.Value * seconds.Value;
}
