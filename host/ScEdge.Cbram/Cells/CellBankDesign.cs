using System.Linq;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Cells;

/// <summary>
/// Turns a preset and its non-idealities, which are in volts and seconds, into the dimensionless cells that make bits.
/// </summary>
/// <remarks>
/// Every effect of drive and device is a factor on the hazard of a pulse, so a voltage enters as V / V0; tau0 and the pulse
/// width cancel against the predistortion of the drive and leave the bits alone. Where two constants are not the whole law and an effect
/// meets it, or the driver takes the cells for others, the bank has the law itself (<see cref="DriveLaw"/>), and drive errors stay in volts.
/// </remarks>
public static class CellBankDesign
{
    /// <summary>Describes a bank.</summary>
    /// <param name="preset">Device.</param>
    /// <param name="nonidealities">Effects that are on.</param>
    /// <param name="lanes">Lanes of the bank.</param>
    /// <param name="cellsPerLane">Cells of a lane: the longest stream.</param>
    /// <param name="serialWrite">Whether one cell takes all pulses of a number.</param>
    /// <param name="seed">Seed of the cells themselves, where an effect has none of its own.</param>
    public static CellBankSettings Settings(
        CbramPreset preset, Nonidealities nonidealities, int lanes, int cellsPerLane, bool serialWrite, ulong seed)
    {
        SwitchingLaw law = preset.Law;
        bool hasLines = preset.DrivenAs is not null || (!law.IsPlain && MeetsLaw(nonidealities));
        DriveLaw? lines = hasLines ? DriveLawDesign.Of(preset, nonidealities) : null;
        double v0Volts = lines is null && law.Table is null ? law.V0Volts : 1.0;
        double spread = nonidealities.DeviceToDevice;
        if (nonidealities.TableSpread > 0 && law.Table is { } table)
        {
            spread = table.Points.Max(point => DriveLawDesign.SpreadOf(nonidealities, point.LnTauSpread));
        }

        return new CellBankSettings
        {
            Law = lines,
            Lanes = lanes,
            CellsPerLane = cellsPerLane,
            SerialWrite = serialWrite,
            DeviceToDevice = spread,
            DeviceToDeviceSeed = nonidealities.DeviceToDeviceSeed ?? nonidealities.TableSpreadSeed ?? seed,
            CycleToCycle = nonidealities.CycleToCycle,
            DriveBits = nonidealities.DriveBits,
            DriveOffset = nonidealities.DriveOffsetVolts / v0Volts,
            StuckSet = nonidealities.StuckSet,
            StuckSetSeed = nonidealities.StuckSetSeed ?? seed,
            StuckReset = nonidealities.StuckReset,
            StuckResetSeed = nonidealities.StuckResetSeed ?? seed,
            ResidualFilament = nonidealities.ResidualFilament,
            ReadDisturb = nonidealities.ReadDisturb,
            Wear = nonidealities.WearVolts / v0Volts,
            DriveDrift = preset.DriftVolts(nonidealities) / v0Volts,
            DriveDriftSeed = nonidealities.DriveDriftSeed ?? nonidealities.TemperatureDriftSeed ?? seed,
            ReadMiss = nonidealities.ReadMiss,
            LineDrop = nonidealities.LineDropVolts / v0Volts,
            SetDroop = serialWrite ? 0.0 : nonidealities.SetDroopVolts / v0Volts,
            EnduranceCycles = (long)(preset.Endurance?.Value ?? 0.0),
        };
    }

    /// <summary>Whether an effect is on that the law has a say in: an error of the drive, or a deviation of ln tau.</summary>
    private static bool MeetsLaw(Nonidealities one) =>
        one.DeviceToDevice > 0 || one.CycleToCycle > 0 || one.DriveBits > 0 || one.DriveOffsetVolts != 0 || one.ResidualFilament != 0
        || one.WearVolts > 0 || one.TableSpread > 0 || one.DriveDriftVolts > 0 || one.LineDropVolts > 0 || one.TemperatureDriftKelvins > 0;
}
