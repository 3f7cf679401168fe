using ScEdge.Input;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// A mistake in a plan, without the name of its file.
/// </summary>
internal sealed class SweepPlanMistake(string message) : InputException(message);
