using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// How much work trainings are, from some steps of a few of them.
/// </summary>
/// <param name="Seconds">Time of all trainings one after the other; s.</param>
/// <param name="Bits">Stochastic bits of all.</param>
public sealed record SweepEstimate(double Seconds, double Bits)
{
    private const int PointsTried = 3;
    private const int WarmUpSteps = 5;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(0.7);

    /// <summary>Estimates.</summary>
    /// <param name="trainings">Trainings that are left; at least one.</param>
    /// <param name="count">How many of them are trained.</param>
    /// <param name="threads">Threads of a training.</param>
    public static SweepEstimate Of(IReadOnlyList<SweepTraining> trainings, int count, int threads)
    {
        SweepTraining[] points = [.. trainings.DistinctBy(static training => training.Identity)];

        // The first, the last and one in the middle: plans vary what costs time in order.
        SweepTraining[] tried = [.. Enumerable.Range(0, Math.Min(PointsTried, points.Length))
            .Select(i => points[(int)((long)i * (points.Length - 1) / Math.Max(1, Math.Min(PointsTried, points.Length) - 1))])];
        (double Seconds, double Bits)[] samples = [.. tried.Select(training => Sample(training, threads))];
        return new SweepEstimate(
            count * samples.Average(static one => one.Seconds), count * samples.Average(static one => one.Bits));
    }

    private static (double Seconds, double Bits) Sample(SweepTraining training, int threads)
    {
        RunComposition run = RunComposition.Create(training.Request.Options with { Seeds = [training.Seed] }, training.Request.Nonidealities);
        using WorkerTeam team = new(threads);
        SeedTraining steps = new(run.Options, run.Dataset, run.Model, run.Preset, team, training.Seed);
        long start = 0;
        int count = 0;
        while (count < steps.BatchCount - 1 && (count <= WarmUpSteps || Stopwatch.GetElapsedTime(start) < Measured))
        {
            start = count == WarmUpSteps ? Stopwatch.GetTimestamp() : start;
            steps.Step();
            count++;
        }

        double perStep = count > WarmUpSteps ? Stopwatch.GetElapsedTime(start).TotalSeconds / (count - WarmUpSteps) : 0;
        return (perStep * steps.TotalSteps, (double)steps.Counts.Bits / Math.Max(1, count) * steps.TotalSteps);
    }
}
