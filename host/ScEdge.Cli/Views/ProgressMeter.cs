using System;
using System.Collections.Generic;
using System.Diagnostics;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Views;

/// <summary>
/// Measures how fast a run advances and how it does at the moment.
/// </summary>
internal sealed class ProgressMeter
{
    /// <summary>Weight of the last batch in the running means.</summary>
    private const double Smoothing = 0.05;

    /// <summary>A speed over less than this would jump.</summary>
    private const double FewestSeconds = 0.5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(0.2);

    private readonly Queue<(long Time, long Steps)> _samples = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _lastSample;
    private long _sampledSteps;
    private int _means;

    /// <summary>Gets the steps taken, all seeds together.</summary>
    public long Steps { get; private set; }

    /// <summary>Gets the steps of the whole run.</summary>
    public long TotalSteps { get; private set; }

    /// <summary>Gets the position of the seed in training, 0 first.</summary>
    public int SeedIndex { get; private set; }

    /// <summary>Gets the share of the run that is done, 0..1.</summary>
    public double Share => TotalSteps == 0 ? 0 : (double)Steps / TotalSteps;

    /// <summary>Gets whether a step of the seed was seen, without which there are no means.</summary>
    public bool HasMeans => _means > 0;

    /// <summary>Gets the running mean of the FP32 training loss, in nats.</summary>
    public double Fp32Loss { get; private set; }

    /// <summary>Gets the running mean of the FP32 training accuracy, 0..1.</summary>
    public double Fp32Accuracy { get; private set; }

    /// <summary>Gets the running mean of the stochastic training loss, in nats.</summary>
    public double StochasticLoss { get; private set; }

    /// <summary>Gets the running mean of the stochastic training accuracy, 0..1.</summary>
    public double StochasticAccuracy { get; private set; }

    /// <summary>Gets the time since the meter was made.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Gets the steps per second over the last seconds; 0 before they are known.</summary>
    public double StepsPerSecond
    {
        get
        {
            if (_samples.Count == 0)
            {
                return 0;
            }

            (long time, long steps) = _samples.Peek();
            double seconds = Stopwatch.GetElapsedTime(time, _lastSample).TotalSeconds;
            return seconds > FewestSeconds ? (_sampledSteps - steps) / seconds : 0;
        }
    }

    /// <summary>Gets the time left at the present speed; null before it is known.</summary>
    public TimeSpan? Left => StepsPerSecond is > 0 and double speed ? TimeSpan.FromSeconds((TotalSteps - Steps) / speed) : null;

    /// <summary>Starts on a seed.</summary>
    public void StartSeed(SeedTraining training)
    {
        SeedIndex = IndexOf(training);
        TotalSteps = (long)training.TotalSteps * training.Options.Seeds.Count;
        _means = 0;
        Sample(training);
    }

    /// <summary>Notes a step.</summary>
    public void Count(SeedTraining training)
    {
        // A plain mean at first, so that the start is not shown better or worse than it was.
        double weight = Math.Max(Smoothing, 1.0 / ++_means);
        if (training.Fp32 is { } fp32)
        {
            Fp32Loss += weight * (fp32.BatchLoss - Fp32Loss);
            Fp32Accuracy += weight * (fp32.BatchAccuracy - Fp32Accuracy);
        }

        if (training.Stochastic is { } stochastic)
        {
            StochasticLoss += weight * (stochastic.BatchLoss - StochasticLoss);
            StochasticAccuracy += weight * (stochastic.BatchAccuracy - StochasticAccuracy);
        }

        Sample(training);
    }

    private void Sample(SeedTraining training)
    {
        Steps = ((long)SeedIndex * training.TotalSteps) + training.StepsTaken;
        long now = Stopwatch.GetTimestamp();
        if (_samples.Count > 0 && Stopwatch.GetElapsedTime(_lastSample, now) < SampleInterval)
        {
            return;
        }

        _samples.Enqueue((now, Steps));
        _lastSample = now;
        _sampledSteps = Steps;
        while (_samples.Count > 2 && Stopwatch.GetElapsedTime(_samples.Peek().Time, now) > Window)
        {
            _samples.Dequeue();
        }
    }

    private static int IndexOf(SeedTraining training)
    {
        int index = 0;
        while (training.Options.Seeds[index] != training.Seed)
        {
            index++;
        }

        return index;
    }
}
