using System.Collections.Generic;

namespace ScEdge.Silicon.Timing;

/// <summary>A path through a circuit.</summary>
/// <param name="Nanoseconds">Time from the clock, or from the arrival of an input, to the end, the setup time of a flip-flop included; ns.</param>
/// <param name="Start">Where it begins: a flip-flop, or a wire from outside.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Steps">The cells that it passes, the first one first.</param>
public sealed record TimingPath(double Nanoseconds, string Start, string End, IReadOnlyList<TimingStep> Steps);

/// <summary>A cell on a path.</summary>
/// <param name="Cell">Name of the cell.</param>
/// <param name="Type">Its library cell.</param>
/// <param name="IsRising">Whether its output rises.</param>
/// <param name="Nanoseconds">Time at its output; ns.</param>
public sealed record TimingStep(string Cell, string Type, bool IsRising, double Nanoseconds);
