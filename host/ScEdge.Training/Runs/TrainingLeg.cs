using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;

namespace ScEdge.Training.Runs;

/// <summary>
/// One network in training with one update rule: a baseline or the stochastic optimiser.
/// </summary>
public sealed class TrainingLeg
{
    /// <summary>Steps over which one point of the loss curve is averaged.</summary>
    public const int CurveInterval = 20;

    private readonly IPasses _passes;
    private double _curveSum;
    private int _curveSteps;

    /// <summary>Makes the leg.</summary>
    /// <param name="name"><c>fp32</c>, <c>fixed</c> or <c>sc</c>.</param>
    /// <param name="network">Network, initialised.</param>
    /// <param name="rule">Rule that updates it.</param>
    /// <param name="passes">Computes the batches; null for the network itself.</param>
    public TrainingLeg(string name, Network network, IUpdateRule rule, IPasses? passes = null)
    {
        _passes = passes ?? network;
        Name = name;
        Network = network;
        Rule = rule;
    }

    /// <summary>Gets the name of the leg, <c>fp32</c>, <c>fixed</c> or <c>sc</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the network.</summary>
    public Network Network { get; }

    /// <summary>Gets the rule that updates the network.</summary>
    public IUpdateRule Rule { get; }

    /// <summary>Gets what is known about the leg so far.</summary>
    public LegResult Result { get; private set; } = new();

    /// <summary>Gets the mean loss of the last batch, in nats.</summary>
    public double BatchLoss { get; private set; }

    /// <summary>Gets the share of the last batch that was classified correctly before its step.</summary>
    public double BatchAccuracy { get; private set; }

    /// <summary>Trains on one batch.</summary>
    /// <param name="images">Training images.</param>
    /// <param name="batch">Indices of the batch's images.</param>
    /// <param name="step">Step index from the start.</param>
    /// <param name="rate">Learning rate.</param>
    /// <exception cref="InputException">The training has diverged.</exception>
    public void Step(ImageSet images, ReadOnlySpan<int> batch, uint step, double rate)
    {
        long start = Stopwatch.GetTimestamp();
        BatchResult result = _passes.ForwardBackward(images, batch, step);
        if (!double.IsFinite(result.MeanLoss))
        {
            throw new InputException(
                $"The {Name} training diverged: the loss of step {step + 1} is not finite; "
                + "start again with a lower learning rate.") { Setting = "learning-rate" };
        }

        Rule.Step(step, rate);
        Result.Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        BatchLoss = result.MeanLoss;
        BatchAccuracy = (double)result.CorrectCount / result.ImageCount;

        _curveSum += BatchLoss;
        _curveSteps++;
        if (_curveSteps == CurveInterval)
        {
            Result.Loss.Add(_curveSum / CurveInterval);
            _curveSum = 0;
            _curveSteps = 0;
        }
    }

    /// <summary>Measures the network on the validation images and notes the result as that of an epoch.</summary>
    public void Validate(ImageSet images)
    {
        Evaluation evaluation = Network.Evaluate(images);
        Result.ValidationAccuracy.Add(evaluation.Accuracy);
        Result.ValidationLoss.Add(evaluation.MeanLoss);
    }

    /// <summary>Measures the trained network on the test images.</summary>
    public void Test(ImageSet images)
    {
        Result.Test = TestResult.Of(Network.Evaluate(images));
    }

    /// <summary>Returns the state that the result file of a checkpoint must carry beside the tensors.</summary>
    public LegProgress Progress() => new(Result, _curveSum, _curveSteps);

    /// <summary>Takes back what <see cref="Progress"/> returned and the tensors of an archive.</summary>
    public void Restore(LegProgress progress, TensorArchive archive)
    {
        Result = progress.Result;
        _curveSum = progress.CurveSum;
        _curveSteps = progress.CurveSteps;
        Rule.Load(archive);
    }
}
