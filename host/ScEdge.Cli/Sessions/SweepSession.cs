using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Cli.Views;
using ScEdge.Experiments.Sweeps;
using ScEdge.Input;

namespace ScEdge.Cli.Sessions;

/// <summary>
/// One call of <c>sweep</c> from its plan to its tables.
/// </summary>
internal static class SweepSession
{
    // A training holds images, networks and the state of its circuits: 230 MB measured, LeNet-5 with its baselines.
    private const long BytesOfATraining = 300L << 20;

    /// <summary>Trains what the plan has left.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="output">Where its result goes.</param>
    /// <param name="taskVariables">Variables of the environment of a cluster's tasks, as NAME=VALUE.</param>
    /// <exception cref="InputException">The folder cannot be used.</exception>
    public static ExitCode Run(SweepInvocation invocation, CommandOutput output, IReadOnlyList<string> taskVariables)
    {
        using InterruptSignal interrupt = new();
        TextWriter progress = invocation.Json ? Console.Error : Console.Out;
        SweepFolder folder = SweepFolder.Open(invocation.Folder);
        int jobs = invocation.Jobs > 0 ? invocation.Jobs : DefaultJobs(invocation.Threads);
        if (!invocation.IsTask && invocation.Cluster is null or { Action: ClusterAction.Submit or ClusterAction.Detach })
        {
            Announce(invocation, folder, jobs, progress);
        }

        if (invocation.DryRun)
        {
            return ExitCode.Success;
        }

        SearchOutcome? search = invocation.Search is { } settings
            ? new SearchSession(invocation, settings, folder, jobs, progress).Run(interrupt.Token)
            : null;
        SweepOutcome? outcome = search is not null ? search.Sweep
            : invocation.Cluster is { } cluster
            ? new ClusterSession(invocation, cluster, folder, progress, taskVariables).Run(interrupt.Token)
            : new SweepExecution(invocation.Trainings, folder, jobs, invocation.Threads, new SweepView(progress, jobs)).Run(interrupt.Token);
        if (outcome is null)
        {
            return interrupt.Token.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
        }

        if (!invocation.IsTask)
        {
            Conclude(invocation, folder, outcome, search, output);
        }

        if (outcome.Left > 0)
        {
            string what = invocation.Cluster is null ? "Interrupted" : "The job is over";
            progress.WriteLine($"{what}, {Trainings(outcome.Left)} left; continue with: {invocation.CommandLine}");
            return ExitCode.Interrupted;
        }

        return outcome.Failures.Count == 0 ? ExitCode.Success : throw new InputException(
            $"{Trainings(outcome.Failures.Count)} of {invocation.Trainings.Count} failed, the first with: {outcome.Failures[0].Reason} "
            + "The others are done; mend the plan or what the sentence names, and repeat the command.");
    }

    private static int DefaultJobs(int threads) => (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesOfATraining, 1, Math.Max(1, Environment.ProcessorCount / threads));

    private static void Announce(SweepInvocation invocation, SweepFolder folder, int jobs, TextWriter progress)
    {
        SweepTraining[] left = [.. invocation.Trainings.Where(training => !folder.IsFinished(training))];
        SweepTraining[] points = [.. invocation.Trainings.DistinctBy(static training => training.Identity)];
        if (points.Length == 0)
        {
            progress.WriteLine("The archive has all trainings of the plan.");
            return;
        }

        string all = points.Length == 1 ? "1 point" : $"{points.Length:N0} points";

        // How many run at a time there, and how fast, is the cluster's.
        bool isHere = invocation.Cluster is null;
        string how = $"{(isHere ? $"{jobs} at a time " : "")}with {invocation.Threads} {(invocation.Threads == 1 ? "thread" : "threads")} each, "
            + $"into {invocation.Folder}";
        int most = left.Length;
        if (invocation.Search is { } search)
        {
            most = Math.Min(left.Length, search.Methods.Count * search.Budget * invocation.Plan.Seeds.Count);
            progress.WriteLine(
                $"{all}, searched for {string.Join(" and ", search.Objectives.Select(SearchObjectives.NameOf))} "
                + $"by {string.Join(" and ", search.Methods)}, "
                + $"{search.Budget:N0} each: at most {Trainings(most)}, {how}");
        }
        else
        {
            string archived = invocation.Archive is null ? "" : " that the archive does not have";
            progress.WriteLine($"{all}, {Trainings(invocation.Trainings.Count)}{archived}, {left.Length} left, {how}");
        }

        if (invocation.DryRun)
        {
            foreach (SweepTraining training in points)
            {
                progress.WriteLine($"  {training.Point.Name}");
            }
        }

        if (most > 0)
        {
            SweepEstimate estimate = SweepEstimate.Of(left, most, invocation.Threads);
            string[] amounts =
            [
                .. estimate.Bits > 0 ? [$"{CountText.Of((long)estimate.Bits)} stochastic bits"] : (string[])[],
                .. isHere ? [DurationText.Of(TimeSpan.FromSeconds(estimate.Seconds / Math.Min(jobs, most)))] : (string[])[],
            ];
            if (amounts.Length > 0)
            {
                progress.WriteLine($"about {string.Join(" and ", amounts)}, from some steps of a few points");
            }
        }
    }

    private static void Conclude(
        SweepInvocation invocation, SweepFolder folder, SweepOutcome outcome, SearchOutcome? search, CommandOutput output)
    {
        if (outcome.Rows.Count > 0)
        {
            new SweepTables(outcome, search).WriteTo(folder);
            invocation.Archive?.Add(outcome.Rows);
        }

        SweepSummaryTable summary = new(outcome, search, invocation.Folder);
        if (invocation.Json)
        {
            output.WriteJson(summary.ToJson());
        }
        else
        {
            summary.Write(output.Console);
        }
    }

    private static string Trainings(int count) => count == 1 ? "1 training" : $"{count:N0} trainings";
}
