using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Costing.Ledgers;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Reports;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Reporting.Model;
using ScEdge.Training.Networks;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Progress;

/// <summary>
/// Reads how far a run has come, beside the process that trains it.
/// </summary>
/// <remarks>
/// It reads manifest and checkpoint, which are replaced as a whole every two seconds or so, and of the checkpoint only what is not tensors: curves
/// and sums of
/// the ledger are those that the report will show. The rows of ledger and metrics, up to megabytes a second, stay unread.
/// </remarks>
/// <param name="folder">Folder of the run.</param>
public sealed class RunWatch(string folder)
{
    private readonly RunDirectory _directory = RunDirectory.Open(folder);
    private (ModelDescription Model, CostLedger? Ledger)? _circuit;

    /// <summary>Reads.</summary>
    /// <exception cref="InputException">Manifest or checkpoint cannot be read.</exception>
    public RunProgress Read()
    {
        RunManifest manifest = RunManifest.Read(_directory);
        RunState? state = _directory.ReadState();
        SeedProgress? current = state?.Current;
        List<SeedResult> finished = state?.Finished ?? [];
        int perEpoch = ((manifest.Data.TrainingImages - 1) / manifest.Options.BatchSize) + 1;
        long perSeed = (long)perEpoch * manifest.Options.Epochs;
        long ofCurrent = current is null ? 0 : ((long)current.Epoch * perEpoch) + current.Batch;
        RunProgress progress = new()
        {
            Manifest = manifest,
            IsInTraining = manifest.Status == RunStatus.Training && IsTrained,
            StepsDone = (finished.Count * perSeed) + ofCurrent,
            StepsTotal = manifest.Options.Seeds.Count * perSeed,
            Epoch = Math.Min((current?.Epoch ?? 0) + 1, manifest.Options.Epochs),
            Curves = Curves(manifest, finished, current, perEpoch),
            SeedsDone = [.. finished.Select(static seed => seed.Seed)],
            Cost = Sum([.. finished.Select(static seed => seed.Cost), current?.Cost]),
        };
        progress = progress with { SecondsLeft = SecondsLeft(progress, finished, current) };
        return WithWear(progress, current?.Cost ?? (finished.Count > 0 ? finished[^1].Cost : null), current is null ? perSeed : ofCurrent);
    }

    // Whoever trains holds the lock; to look at it could disturb one that begins, so that fresh files are enough.
    private bool IsTrained => DateTime.UtcNow - _directory.CheckpointTime < TimeSpan.FromSeconds(8) || _directory.IsInTraining;

    private static RunReport Curves(RunManifest manifest, IReadOnlyList<SeedResult> finished, SeedProgress? current, int perEpoch)
    {
        // Legs stand in a checkpoint in this order, those that take place.
        Queue<LegProgress> legs = new(current?.Legs ?? []);
        IReadOnlyList<TrainingRun> Of(bool takesPlace, Func<SeedResult, LegResult?> pick)
        {
            LegResult? now = takesPlace && legs.TryDequeue(out LegProgress? leg) ? leg.Result : null;
            return
            [
                .. TrainingCurves.Of(finished, pick, perEpoch),
                .. now is null ? Array.Empty<TrainingRun>() : [TrainingCurves.Of(current!.Seed, now, perEpoch)],
            ];
        }

        TrainingOptions options = manifest.Options;
        return new RunReport
        {
            Title = "",
            Fp32Runs = Of(options.HasFp32, static seed => seed.Fp32),
            FixedRuns = Of(options.HasFixed, static seed => seed.Fixed),
            StochasticRuns = Of(options.IsStochastic, static seed => seed.Stochastic),
        };
    }

    private static LedgerTotals? Sum(LedgerTotals?[] seeds)
    {
        LedgerTotals? sum = null;
        foreach (LedgerTotals seed in seeds.OfType<LedgerTotals>())
        {
            sum ??= LedgerTotals.Empty(
                seed.Library, seed.ComponentNames, seed.TensorNames, seed.PhaseNames,
                seed.Passes is null ? 0 : seed.Passes.Attojoules.Length / seed.TensorNames.Count);
            sum.Add(seed);
        }

        return sum;
    }

    private static double? SecondsLeft(RunProgress progress, IReadOnlyList<SeedResult> finished, SeedProgress? current)
    {
        IEnumerable<LegResult?> legs = finished.SelectMany(static seed => new[] { seed.Fp32, seed.Fixed, seed.Stochastic })
            .Concat(current?.Legs.Select(static leg => leg.Result) ?? []);
        double spent = legs.Sum(static leg => leg?.Seconds ?? 0);
        long left = progress.StepsTotal - progress.StepsDone;
        return progress.StepsDone > 0 && left > 0 ? spent / progress.StepsDone * left : null;
    }

    private RunProgress WithWear(RunProgress progress, LedgerTotals? seed, long steps)
    {
        if (seed is null || Circuit(progress.Manifest).Ledger is not { Cells: > 0 } ledger)
        {
            return progress;
        }

        EnduranceUse wear = ledger.EnduranceOf(seed);
        return progress with { Wear = wear, StepsUntilWearOut = wear.StepsUntilWearOut(steps) };
    }

    private (ModelDescription Model, CostLedger? Ledger) Circuit(RunManifest manifest)
    {
        if (_circuit is null)
        {
            (TrainingOptions options, DataDescription data) = (manifest.Options, manifest.Data);
            ModelDescription model = ModelCatalogue.Names.Contains(options.Model)
                ? ModelCatalogue.Create(options.Model, data.Channels, data.Height, data.Width, data.Classes)
                : ModelFile.Read(options.Model);
            string[] effects = options.Nonidealities == Nonidealities.None.ToString() ? [] : options.Nonidealities.Split(' ');
            CbramPreset preset = PresetCatalog.Resolve(options.Cbram).WithNonidealities(Nonidealities.Parse(effects));
            _circuit = (model, options.HasLedger ? RunCircuit.NewLedger(options, preset, model) : null);
        }

        return _circuit.Value;
    }
}
