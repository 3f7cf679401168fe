using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>The trainings of one run beside those of others.</summary>
/// <param name="Name">What the run is called in the legend.</param>
/// <param name="Runs">A training per seed.</param>
public sealed record NamedRuns(string Name, IReadOnlyList<TrainingRun> Runs);
