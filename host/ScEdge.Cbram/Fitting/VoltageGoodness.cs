namespace ScEdge.Cbram.Fitting;

/// <summary>How the fitted law meets the measurements at one voltage.</summary>
/// <param name="VoltageVolts">The voltage, in volts.</param>
/// <param name="Observations">Measurements at it.</param>
/// <param name="Switched">Those in which the cell switched.</param>
/// <param name="MeasuredTauSeconds">
/// Mean wait from this voltage alone were waits exponential, total time over cells switched, in seconds; null where none switched.
/// </param>
/// <param name="FittedTauSeconds">tau by the fitted law, the mean of exponential waits, in seconds.</param>
/// <param name="KolmogorovSmirnov">
/// Test of the law at the fitted tau; null where nothing switched or tests ended at different times.
/// </param>
public sealed record VoltageGoodness(
    double VoltageVolts,
    int Observations,
    int Switched,
    double? MeasuredTauSeconds,
    double FittedTauSeconds,
    KolmogorovSmirnovTest? KolmogorovSmirnov);
