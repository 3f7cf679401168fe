namespace ScEdge.Cbram.Fitting;

/// <summary>One measurement: how long a cell was held at a constant voltage, and whether it switched.</summary>
/// <param name="VoltageVolts">Voltage across the cell, in volts.</param>
/// <param name="WaitingTimeSeconds">Time until it switched, or until the test ended; positive, in seconds.</param>
/// <param name="IsCensored">Whether the test ended before the cell switched (right-censored).</param>
public readonly record struct WaitingTime(double VoltageVolts, double WaitingTimeSeconds, bool IsCensored);
