using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Trains what a sweep has left, several trainings at a time; each is a run of its own that goes on after an interruption to the same bytes.
/// </summary>
/// <param name="trainings">All trainings of the plan.</param>
/// <param name="folder">The sweep's folder.</param>
/// <param name="jobs">Trainings at a time.</param>
/// <param name="threads">Threads of a training.</param>
/// <param name="observer">Is told of the progress.</param>
public sealed class SweepExecution(
    IReadOnlyList<SweepTraining> trainings, SweepFolder folder, int jobs, int threads, ISweepObserver observer)
{
    private readonly Lock _lock = new();
    private readonly RunResult?[] _results = new RunResult?[trainings.Count];
    private readonly List<SweepFailure> _failures = [];
    private readonly Queue<int> _left = [];
    private Exception? _defect;

    /// <summary>Trains until all is done, failed, or the sweep is cancelled.</summary>
    /// <param name="cancellation">Stops the trainings; all can be resumed.</param>
    public SweepOutcome Run(CancellationToken cancellation)
    {
        for (int i = 0; i < trainings.Count; i++)
        {
            try
            {
                _results[i] = folder.ResultOf(trainings[i]);
            }
            catch (InputException exception)
            {
                _failures.Add(new SweepFailure(trainings[i], exception.Message));
                continue;
            }

            if (_results[i] is null)
            {
                _left.Enqueue(i);
            }
        }

        observer.OnStart(_results.Count(static result => result is not null), _left.Count);
        _failures.ForEach(observer.OnFailed);
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(jobs, _left.Count)).Select(_ => new Thread(() => Work(cancellation)))];
        foreach (Thread worker in workers)
        {
            worker.Start();
        }

        foreach (Thread worker in workers)
        {
            worker.Join();
        }

        return _defect is null ? Outcome() : throw new InvalidOperationException(_defect.Message, _defect);
    }

    private SweepOutcome Outcome()
    {
        SweepRow[] rows = [.. trainings.Zip(_results)
            .Where(static pair => pair.Second is not null)
            .Select(pair => new SweepRow(pair.First, folder.Of(pair.First), pair.Second!))];
        return new SweepOutcome(rows, _failures, trainings.Count - rows.Length - _failures.Count);
    }

    private void Work(CancellationToken cancellation)
    {
        while (Next(cancellation) is { } index)
        {
            SweepTraining training = trainings[index];
            try
            {
                RunResult result = Train(training, cancellation);
                lock (_lock)
                {
                    _results[index] = result;
                    observer.OnFinished(training, result);
                }
            }
            catch (RunInterruptedException)
            {
                return;
            }
            catch (Exception exception) when (exception is InputException or RunStoppedException)
            {
                SweepFailure failure = new(training, exception.Message);
                lock (_lock)
                {
                    _failures.Add(failure);
                    observer.OnFailed(failure);
                }
            }
#pragma warning disable CA1031 // A defect must end the sweep and not the process, which has other trainings to bring to a checkpoint.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                lock (_lock)
                {
                    _defect ??= exception;
                    _left.Clear();
                }
            }
        }
    }

    private int? Next(CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (cancellation.IsCancellationRequested || _left.Count == 0)
            {
                return null;
            }

            int index = _left.Dequeue();
            observer.OnTraining(trainings[index], folder.Has(trainings[index]));
            return index;
        }
    }

    private RunResult Train(SweepTraining training, CancellationToken cancellation)
    {
        RunComposition run = RunComposition.Create(training.Request.Options with { Seeds = [training.Seed] }, training.Request.Nonidealities);
        RunExecution execution = new(threads, training.Request.CommandLine);
        string path = folder.PathOf(training);
        RunOutcome outcome = folder.Has(training)
            ? execution.Resume(RunDirectory.Open(path), run, cancellation)
            : execution.Start(run, path, cancellation);
        return outcome.Result;
    }
}
