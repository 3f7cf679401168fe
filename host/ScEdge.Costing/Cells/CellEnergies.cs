using ScEdge.Cbram;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Cells;

/// <summary>Energies of single operations on a cell, rounded once to attojoules.</summary>
/// <param name="SetAttojoules">Mean SET pulse over the distribution of probabilities; aJ.</param>
/// <param name="ResetAttojoules">RESET pulse, V^2 / Ron T: the filament is taken to conduct all the time, an upper bound; aJ.</param>
/// <param name="ReadOneAttojoules">Read of a set cell, V^2 / Ron T; aJ.</param>
/// <param name="ReadZeroAttojoules">Read of a reset cell, V^2 / Roff T; aJ.</param>
public readonly record struct CellEnergies(long SetAttojoules, long ResetAttojoules, long ReadOneAttojoules, long ReadZeroAttojoules)
{
    /// <summary>Energies of a device.</summary>
    public static CellEnergies Of(CbramPreset preset, ProbabilityDistribution probabilities)
    {
        System.ArgumentNullException.ThrowIfNull(preset);
        System.ArgumentNullException.ThrowIfNull(probabilities);
        double reset = preset.ResetVoltage.Value * preset.ResetVoltage.Value * preset.ResetPulseWidth.Value;
        double read = preset.ReadVoltage.Value * preset.ReadVoltage.Value * preset.ReadPulseWidth.Value;
        return new(
            Attojoules.FromJoules(probabilities.MeanSetEnergyJoules(preset)),
            Attojoules.FromJoules(reset / preset.OnResistance.Value),
            Attojoules.FromJoules(read / preset.OnResistance.Value),
            Attojoules.FromJoules(read / preset.OffResistance.Value));
    }
}
