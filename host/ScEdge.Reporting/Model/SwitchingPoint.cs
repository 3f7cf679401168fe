namespace ScEdge.Reporting.Model;

/// <summary>Probability that a cell switches in one pulse of a given voltage.</summary>
/// <param name="Volts">Pulse amplitude in volts.</param>
/// <param name="Probability">Switching probability, 0 to 1.</param>
public sealed record SwitchingPoint(double Volts, double Probability);
