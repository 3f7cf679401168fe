using ScEdge.Cbram;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Cells;

/// <summary>Energies of single operations on a cell, rounded once to attojoules.</summary>
/// <param name="SetAttojoules">Mean SET pulse over the distribution of probabilities; aJ.</param>
/// <param name="ResetAttojoules">RESET pulse, V^2 / Ron T times the share of the pulse in which the filament conducts; aJ.</param>
/// <param name="ReadOneAttojoules">Read of a set cell, V^2 / Ron T; aJ.</param>
/// <param name="ReadZeroAttojoules">Read of a reset cell, V^2 / Roff T; aJ.</param>
public readonly record struct CellEnergies(long SetAttojoules, long ResetAttojoules, long ReadOneAttojoules, long ReadZeroAttojoules)
{
    /// <summary>Energies of a device.</summary>
    /// <param name="preset">Device.</param>
    /// <param name="probabilities">Distribution of the probabilities of SET pulses.</param>
    /// <param name="resetConduction">Share of a RESET pulse in which the filament still conducts; 0 to 1; 1 is an upper bound.</param>
    public static CellEnergies Of(CbramPreset preset, ProbabilityDistribution probabilities, double resetConduction)
    {
        System.ArgumentNullException.ThrowIfNull(preset);
        System.ArgumentNullException.ThrowIfNull(probabilities);
        double reset = resetConduction * preset.ResetVoltage.Value * preset.ResetVoltage.Value * preset.ResetPulseWidth.Value;
        double read = preset.ReadVoltage.Value * preset.ReadVoltage.Value * preset.ReadPulseWidth.Value;
        return new(
            Attojoules.FromJoules(probabilities.MeanSetEnergyJoules(preset)),
            Attojoules.FromJoules(reset / preset.OnResistance.Value),
            Attojoules.FromJoules(read / preset.OnResistance.Value),
            Attojoules.FromJoules(read / preset.OffResistance.Value));
    }
}
