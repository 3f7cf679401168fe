using System;
using System.Globalization;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Presets;

/// <summary>
/// What a cell takes that shares a line with a cell under a SET pulse and stands at half of its voltage.
/// </summary>
/// <remarks>
/// In an array without selectors a pulse of V on one cell leaves V / 2 on the others of its row and column. Each such half pulse has the hazard
/// h(V / 2, T); <see cref="Neighbours"/> of them between two of a cell's own reads set it with 1 - exp(-Neighbours h), a false one unless the
/// stream has a one there. All pulses are taken as those of an even chance; rarer ones have a lower voltage. Transistors that select a single
/// cell leave none of it.
/// </remarks>
/// <param name="Volts">Half of the voltage of an even chance; V.</param>
/// <param name="HazardShare">Hazard of a half pulse over that of the pulse, ln 2.</param>
/// <param name="FalseOnes">Share of reads that <see cref="Neighbours"/> half pulses make false ones.</param>
/// <param name="IsExtrapolated">Whether that voltage lies below those of the preset's table.</param>
public sealed record HalfSelection(double Volts, double HazardShare, double FalseOnes, bool IsExtrapolated)
{
    /// <summary>Half pulses between two reads: a line of 256 lanes, each served once.</summary>
    public const int Neighbours = 255;

    /// <summary>What is said of it, a sentence.</summary>
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"A cell at half the voltage of an even chance ({Volts:F2} V{(IsExtrapolated ? ", extrapolated" : "")}) has {HazardShare:0.0e-0} of its "
            + $"hazard: {Neighbours} such pulses between two reads, as on a line without selectors, make {100 * FalseOnes:G2} % false ones.");

    /// <summary>Returns what half pulses do in a device; null where the voltage is not what makes its probabilities.</summary>
    public static HalfSelection? Of(CbramPreset preset)
    {
        ArgumentNullException.ThrowIfNull(preset);
        if (preset.DriveMode != DriveMode.Voltage)
        {
            return null;
        }

        SetPulse pulse = preset.PulseFor(0.5);
        double volts = pulse.VoltageVolts / 2;
        double hazard = preset.Law.Hazard(volts, pulse.PulseWidthSeconds);
        return new HalfSelection(
            volts,
            hazard / SwitchingLaw.HazardOfProbability(0.5),
            -Elementary.ExpMinusOne(-Neighbours * hazard),
            preset.TauTable is { } table && volts < table.LowestVolts);
    }
}
