namespace ScEdge.Cbram.Simulation;

/// <summary>What a SET pulse did to the simulated cell.</summary>
/// <param name="Switched">Whether the cell switched during the pulse.</param>
/// <param name="WaitingTimeSeconds">Time until it switched, or would have under a longer pulse, in seconds.</param>
public readonly record struct PulseOutcome(bool Switched, double WaitingTimeSeconds);
