using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// A finished run.
/// </summary>
/// <param name="Run">What was trained.</param>
/// <param name="Directory">Its folder.</param>
/// <param name="Result">What it came to.</param>
public sealed record RunOutcome(RunComposition Run, RunDirectory Directory, RunResult Result);
