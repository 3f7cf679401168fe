using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Cells;

/// <summary>
/// Turns a preset and its non-idealities, which are in volts and seconds, into the dimensionless cells that make bits.
/// </summary>
/// <remarks>
/// Every effect of drive and device is a factor on the hazard of a pulse, so a voltage enters as V / V0; tau0 and the pulse
/// width cancel against the predistortion of the drive and leave the bits alone.
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
        double v0Volts = preset.Law.V0Volts;
        return new CellBankSettings
        {
            Lanes = lanes,
            CellsPerLane = cellsPerLane,
            SerialWrite = serialWrite,
            DeviceToDevice = nonidealities.DeviceToDevice,
            DeviceToDeviceSeed = nonidealities.DeviceToDeviceSeed ?? seed,
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
            EnduranceCycles = (long)(preset.Endurance?.Value ?? 0.0),
        };
    }
}
