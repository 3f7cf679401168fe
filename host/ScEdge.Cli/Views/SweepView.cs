using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Results;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Cli.Views;

/// <summary>
/// The progress of a sweep: a line for every training that ends, with what is left.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="jobs">Trainings at a time.</param>
internal sealed class SweepView(TextWriter output, int jobs) : ISweepObserver
{
    private readonly Dictionary<SweepTraining, long> _started = [];
    private TimeSpan _spent;
    private int _timed;
    private int _done;
    private int _left;
    private int _all;

    /// <inheritdoc/>
    public void OnStart(int found, int left)
    {
        _done = found;
        _left = left;
        _all = found + left;
    }

    /// <inheritdoc/>
    public void OnTraining(SweepTraining training, bool resumes)
    {
        _started[training] = Stopwatch.GetTimestamp();
        if (resumes)
        {
            Write($"goes on: {training.Name}");
        }
    }

    /// <inheritdoc/>
    public void OnFinished(SweepTraining training, RunResult result)
    {
        _started.Remove(training, out long start);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        _spent += time;
        _timed++;
        _done++;
        _left--;
        Write($"[{_done}/{_all}] {training.Name}: {100 * result.MainLeg.TestAccuracy[0]:F2} % in {DurationText.Of(time)}{Rest()}");
    }

    /// <inheritdoc/>
    public void OnFailed(SweepFailure failure)
    {
        if (_started.Remove(failure.Training))
        {
            _left--;
        }

        Write(failure.Line);
    }

    private string Rest()
    {
        int waiting = _left - _started.Count;
        return _left == 0
            ? ""
            : $"; {_started.Count} under way, {waiting} to come, about {DurationText.Of(_spent / _timed * _left / Math.Min(jobs, _left))} left";
    }

    private void Write(string line) => output.WriteLine(ForeignText.Clean(line));
}
