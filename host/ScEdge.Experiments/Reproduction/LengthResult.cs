using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Statistics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// What the trainings with one stream length came to, priced under every library.
/// </summary>
public sealed class LengthResult
{
    /// <summary>Sums up finished trainings.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="main">Run with the baselines of the same seeds.</param>
    public LengthResult(RunOutcome outcome, RunResult main)
    {
        TrainingOptions options = outcome.Run.Options;
        Lengths = options.StreamLengths;
        TestAccuracy = outcome.Result.Sc.TestAccuracy;
        AgainstFp32 = Compare(outcome, main.Fp32);
        AgainstFixed = Compare(outcome, main.Fixed);
        Counts = CountNames.Read(outcome.Result.Counts);
        Circuit = RunCircuit.Of(options, outcome.Run.Preset, outcome.Run.Model) with { Probabilities = Switched(Counts) };
        RunCost cost = outcome.Result.Cost!;
        Prices = [.. CostLibraryCatalog.BuiltIn.Select(library => new TrainingPrice(
            new CostModel(library, Circuit), cost.ComponentAttojoules, Counts, cost.Seconds, cost.Updates))];
    }

    /// <summary>Gets the stream lengths.</summary>
    public StreamLengths Lengths { get; }

    /// <summary>Gets the test accuracies of the seeds, 0..1.</summary>
    public IReadOnlyList<double> TestAccuracy { get; }

    /// <summary>Gets the comparison with FP32 over seeds and images.</summary>
    public AccuracyComparison AgainstFp32 { get; }

    /// <summary>Gets the comparison with fixed-point arithmetic over seeds and images.</summary>
    public AccuracyComparison AgainstFixed { get; }

    /// <summary>Gets the circuit, with the probabilities of these trainings.</summary>
    public ArchitectureModel Circuit { get; }

    /// <summary>Gets the counts of all seeds together.</summary>
    public OperationCounts Counts { get; }

    /// <summary>Gets the prices, in the order of the built-in libraries.</summary>
    public IReadOnlyList<TrainingPrice> Prices { get; }

    private static AccuracyComparison Compare(RunOutcome outcome, LegFigures baseline) => AccuracyComparison.Of(
        baseline.TestCorrect, outcome.Result.Sc.TestCorrect, outcome.Run.Dataset.Test.Count, outcome.Run.Dataset.ClassCount);

    private static ProbabilityDistribution Switched(OperationCounts counts) =>
        ProbabilityDistribution.MaximumEntropy(Math.Clamp((double)counts.SetEvents / counts.SetPulses, 0.001, 0.999));
}
