namespace ScEdge.Cbram;

/// <summary>A SET pulse as the driver makes it.</summary>
/// <param name="VoltageVolts">Voltage across the cell, in volts.</param>
/// <param name="PulseWidthSeconds">Duration, in seconds.</param>
public readonly record struct SetPulse(double VoltageVolts, double PulseWidthSeconds);
