using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Cli.Output;
using ScEdge.Cli.Settings;
using ScEdge.Experiments.Slurm;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// A sweep on a cluster: submits, watches the queue, and returns what can be collected.
/// </summary>
internal sealed class ClusterSession
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly SweepInvocation _invocation;
    private readonly ClusterRequest _request;
    private readonly SlurmSweep _sweep;
    private readonly TextWriter _progress;
    private readonly IReadOnlyList<string> _variables;

    /// <summary>Prepares.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="request">What it asks of the cluster.</param>
    /// <param name="folder">The sweep's folder.</param>
    /// <param name="progress">Where lines about the job go.</param>
    /// <param name="variables">Variables of the environment of every task, as NAME=VALUE.</param>
    public ClusterSession(
        SweepInvocation invocation, ClusterRequest request, SweepFolder folder, TextWriter progress, IReadOnlyList<string> variables)
    {
        _invocation = invocation;
        _request = request;
        _sweep = new SlurmSweep(invocation.Plan, invocation.Trainings, folder);
        _progress = progress;
        _variables = variables;
    }

    /// <summary>Does what is asked.</summary>
    /// <returns>What is there, or null where nothing is to be collected now.</returns>
    /// <exception cref="InputException">Slurm refuses, or there is no job.</exception>
    public SweepOutcome? Run(CancellationToken cancellation)
    {
        switch (_request.Action)
        {
            case ClusterAction.Cancel:
                SlurmSubmission cancelled = Submitted();
                SlurmCluster.Cancel(cancelled.Job);
                _progress.WriteLine($"job {cancelled.Job} is cancelled; what is trained stays, and the sweep can be submitted again");
                return null;
            case ClusterAction.Attach:
                return Wait(Submitted(), cancellation);
            default:
                SlurmSubmission submission = _sweep.Submit(_request.Options, ["env", .. _variables, .. SelfStart.Words]);
                string tasks = submission.Tasks == 1 ? "1 task" : $"{submission.Tasks} tasks";
                _progress.WriteLine($"job {submission.Job}: {tasks}, logs in {_sweep.LogFolder}");
                return _request.Action == ClusterAction.Detach ? null : Wait(submission, cancellation);
        }
    }

    private SlurmSubmission Submitted() => _sweep.Submission
        ?? throw new InputException($"No job was submitted from {_invocation.Folder}: leave out --attach and --cancel to submit one.");

    private SweepOutcome? Wait(SlurmSubmission submission, CancellationToken cancellation)
    {
        string last = "";
        while (SlurmCluster.States(submission.Job) is { Count: > 0 } states)
        {
            string line = string.Join(", ", states.GroupBy(static state => state).OrderBy(static same => same.Key, StringComparer.Ordinal)
                .Select(static same => $"{same.Count()} {same.Key.ToLowerInvariant()}"));
            if (line != last)
            {
                _progress.WriteLine($"tasks: {line}, {submission.Tasks - states.Count} over");
                last = line;
            }

            if (cancellation.WaitHandle.WaitOne(Interval))
            {
                _progress.WriteLine($"The job goes on: come back with --attach, or end it with --cancel.");
                return null;
            }
        }

        return _sweep.Collect();
    }
}
