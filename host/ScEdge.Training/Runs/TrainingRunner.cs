using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// Trains all seeds of a run one after another, keeps its folder up to date, and can be stopped at any moment.
/// </summary>
/// <remarks>
/// A checkpoint is one file that is replaced as a whole; what follows from it is deterministic. So a run that was
/// interrupted, even killed, and resumed ends with the same parameters, byte for byte, as one that was not.
/// </remarks>
public sealed class TrainingRunner
{
    // Where registers come over a slow line, or the disk is slow, checkpoints take at most a thirtieth of the time.
    private const int LeastIntervals = 30;

    private static readonly TimeSpan CheckpointInterval = TimeSpan.FromSeconds(2);

    private readonly Dataset _dataset;
    private readonly ModelDescription _model;
    private readonly CbramPreset _preset;
    private readonly RunDirectory _directory;
    private readonly WorkerTeam _team;
    private readonly ITrainingObserver _observer;
    private readonly IStepEngineFactory? _engines;
    private readonly RunState _state;
    private readonly TensorArchive _archive;

    /// <summary>Prepares a new run or the continuation of an interrupted one.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="dataset">Images, already limited.</param>
    /// <param name="model">Network.</param>
    /// <param name="preset">Device with the effects that are on.</param>
    /// <param name="directory">Folder of the run.</param>
    /// <param name="team">Threads.</param>
    /// <param name="observer">Is told of the progress.</param>
    /// <param name="engines">Makes what updates the registers; null for this process.</param>
    /// <exception cref="InputException">The folder's checkpoint is of other settings, images, network or device.</exception>
    public TrainingRunner(
        TrainingOptions options,
        Dataset dataset,
        ModelDescription model,
        CbramPreset preset,
        RunDirectory directory,
        WorkerTeam team,
        ITrainingObserver observer,
        IStepEngineFactory? engines = null)
    {
        _engines = engines;
        _dataset = dataset;
        _model = model;
        _preset = preset;
        _directory = directory;
        _team = team;
        _observer = observer;
        string fingerprint = RunFingerprint.Of(dataset, model, preset);
        (_state, _archive) =
            directory.ReadCheckpoint() ?? (new RunState { Options = options, Fingerprint = fingerprint }, new TensorArchive(new SafetensorsFile()));
        if (JsonSerializer.Serialize(_state.Options, RunJson.Compact) != JsonSerializer.Serialize(options, RunJson.Compact))
        {
            throw new InputException(
                $"The checkpoint in {directory.Path} was made with other settings than its manifest.json says: restore the two or start a new run.");
        }

        if (_state.Fingerprint != fingerprint)
        {
            throw new InputException(
                $"The checkpoint in {directory.Path} was made with other images, another network or another device: "
                + "restore them or start a new run.");
        }
    }

    /// <summary>Trains until all seeds are done or the run is cancelled; then the folder holds a checkpoint.</summary>
    /// <returns>The finished seeds.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled; it can be resumed.</exception>
    public IReadOnlyList<SeedResult> Run(CancellationToken cancellation)
    {
        using MetricsLog metrics = new(_directory, _state.FileMarks);
        using LedgerLog? ledger = _state.Options is { HasLedger: true, Ledger: LedgerDetail.Steps }
            ? new LedgerLog(_directory, _state.FileMarks)
            : null;
        foreach (ulong seed in _state.Options.Seeds.Skip(_state.Finished.Count))
        {
            SeedTraining training = new(_state.Options, _dataset, _model, _preset, _team, seed, _engines);
            if (_state.Current is { } progress)
            {
                training.Load(progress, _archive);
            }

            _observer.OnSeedStarted(training);
            Train(training, metrics, ledger, cancellation);
            SeedResult result = training.Summarize();
            _directory.WriteParameters(training, isFirst: _state.Finished.Count == 0);
            _state.Finished.Add(result);
            _state.Current = null;
            WriteCheckpoint(new TensorArchive(new SafetensorsFile()), metrics, ledger);
            _observer.OnSeedFinished(result);
        }

        return _state.Finished;
    }

    private void Train(SeedTraining training, MetricsLog metrics, LedgerLog? ledger, CancellationToken cancellation)
    {
        long lastCheckpoint = Stopwatch.GetTimestamp();
        TimeSpan interval = CheckpointInterval;
        while (!training.IsFinished)
        {
            if (cancellation.IsCancellationRequested)
            {
                Checkpoint(training, metrics, ledger);
                cancellation.ThrowIfCancellationRequested();
            }

            uint step = training.StepsTaken;
            int epoch = training.Epoch;
            double rate = training.Options.RateOf(epoch);
            bool endsEpoch = training.Step();
            metrics.WriteStep(training, step, epoch, rate);
            ledger?.WriteStep(training, step);
            _observer.OnStep(training);
            if (endsEpoch)
            {
                metrics.WriteEpoch(training, step, epoch, rate);
                _observer.OnEpoch(training);
            }

            if (endsEpoch || Stopwatch.GetElapsedTime(lastCheckpoint) > interval)
            {
                long start = Stopwatch.GetTimestamp();
                Checkpoint(training, metrics, ledger);
                lastCheckpoint = Stopwatch.GetTimestamp();
                TimeSpan spent = Stopwatch.GetElapsedTime(start, lastCheckpoint) * LeastIntervals;
                interval = spent > CheckpointInterval ? spent : CheckpointInterval;
            }
        }
    }

    private void Checkpoint(SeedTraining training, MetricsLog metrics, LedgerLog? ledger)
    {
        TensorArchive archive = new(new SafetensorsFile());
        _state.Current = training.Save(archive);
        WriteCheckpoint(archive, metrics, ledger);
    }

    private void WriteCheckpoint(TensorArchive archive, MetricsLog metrics, LedgerLog? ledger)
    {
        // The records reach the disk first: a checkpoint never speaks of lines that are not there.
        metrics.Flush(_state.FileMarks);
        ledger?.Flush(_state.FileMarks);
        _directory.WriteCheckpoint(_state, archive);
    }
}
