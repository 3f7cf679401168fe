using System.Collections.Generic;
using System.IO;
using System.Threading;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Views;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// A search of a plan: trains, generation by generation, what its methods ask for.
/// </summary>
/// <param name="invocation">The call.</param>
/// <param name="settings">How to search.</param>
/// <param name="folder">The sweep's folder.</param>
/// <param name="jobs">Trainings at a time.</param>
/// <param name="progress">Where lines about the progress go.</param>
internal sealed class SearchSession(SweepInvocation invocation, SearchSettings settings, SweepFolder folder, int jobs, TextWriter progress)
{
    /// <summary>Searches.</summary>
    /// <exception cref="InputException">The plan cannot be searched.</exception>
    public SearchOutcome Run(CancellationToken cancellation) =>
        new SweepSearch(invocation.Plan, invocation.Trainings, settings, new SearchView(progress, settings.Budget))
            .Run(asked => Train(asked, cancellation));

    private SweepOutcome Train(IReadOnlyList<SweepTraining> asked, CancellationToken cancellation) =>
        new SweepExecution(asked, folder, jobs, invocation.Threads, new SweepView(progress, jobs)).Run(cancellation);
}
