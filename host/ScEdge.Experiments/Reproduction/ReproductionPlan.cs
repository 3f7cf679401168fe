using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Settings;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// What a reproduction trains: the main configuration beside its baselines, and the same with other stream lengths.
/// </summary>
/// <param name="Main">Main configuration.</param>
/// <param name="Lengths">All stream lengths, that of the main configuration among them.</param>
public sealed record ReproductionPlan(RunComposition Main, IReadOnlyList<StreamLengths> Lengths)
{
    /// <summary>Makes the plan of a request.</summary>
    /// <exception cref="InputException">A setting cannot be used.</exception>
    public static ReproductionPlan Of(ReproductionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);

        // The sums of the ledger are enough; every step of every length would fill the disk.
        RunComposition main = RunComposition.Create(
            request.Train.Options with { Ledger = LedgerDetail.Totals, Baselines = Baselines.Fp32 | Baselines.Fixed }, request.Train.Nonidealities);
        StreamLengths[] lengths = [.. request.Lengths.Append(main.Options.StreamLengths).Distinct().OrderBy(BitsPerUpdate)];
        foreach (StreamLengths one in lengths)
        {
            (main.Options with { StreamLengths = one }).Validate();
        }

        return new ReproductionPlan(main, lengths);
    }

    /// <summary>Returns what is trained for a stream length; only the main configuration has baselines beside it.</summary>
    public RunComposition Run(StreamLengths lengths) => Main with
    {
        Options = Main.Options with { StreamLengths = lengths, Baselines = IsMain(lengths) ? Main.Options.Baselines : Baselines.None },
    };

    /// <summary>Returns whether a stream length is that of the main configuration.</summary>
    public bool IsMain(StreamLengths lengths) => lengths == Main.Options.StreamLengths;

    /// <summary>Returns the bits that one update of a parameter draws with momentum.</summary>
    public static int BitsPerUpdate(StreamLengths lengths) => lengths.Gradient + lengths.Decay + lengths.Weight;
}

/// <summary>
/// What a reproduction of the paper's claims is to train.
/// </summary>
/// <param name="Train">The main configuration, with its threads and the folder for all trainings.</param>
/// <param name="Lengths">Further stream lengths.</param>
public sealed record ReproductionRequest(TrainRequest Train, IReadOnlyList<StreamLengths> Lengths);
