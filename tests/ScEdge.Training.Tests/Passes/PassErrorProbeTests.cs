using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;
using ScEdge.Training.Runs;
using ScEdge.Training.Tests.Runs;

namespace ScEdge.Training.Tests.Passes;

[Trait("Kind", "Unit")]
public sealed class PassErrorProbeTests
{
    private static readonly int[] Batch = [3, 17, 40, 41, 42, 99, 100, 101, 150, 200, 7];

    private static readonly TrainingOptions Options =
        TinyTraining.Options with { Passes = new PassOptions { ForwardLength = 64, BackwardLength = 32, GradientLength = 16 } };

    [Theory]
    [InlineData(PassEncoding.SignMagnitude)]
    [InlineData(PassEncoding.Bipolar)]
    public void Records_OwnCells_ErrorsAreThoseOfTheory(PassEncoding encoding)
    {
        // The squared errors of a step less their predicted variances have the mean zero; steps draw their streams independently, so the
        // spread over 60 of them bounds the mean of all: five standard errors for each of the layers and passes.
        const int Steps = 60;
        using WorkerTeam team = new(2);
        SeedTraining training = TinyTraining.Start(Options with { Passes = Options.Passes! with { Encoding = encoding } }, team);
        List<PassErrorRecord[]> steps = [[]];
        for (uint i = 0; i < Steps; i++)
        {
            Run(training, i * PassErrorProbe.Interval);
            steps.Add([.. training.Passes!.Probe!.Records]);
        }

        // Two convolutions and a dense layer; the first has no backward pass.
        Assert.Equal(training.Passes!.Tensors.Count * 3 - 1, steps[1].Length);
        for (int record = 0; record < steps[1].Length; record++)
        {
            double[] differences = [.. Enumerable.Range(1, Steps).Select(step =>
                steps[step][record].ErrorSquareSum - steps[step][record].VarianceSum
                - (step == 1 ? 0 : steps[step - 1][record].ErrorSquareSum - steps[step - 1][record].VarianceSum))];
            double mean = differences.Average();
            double error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (Steps - 1) / Steps);
            Assert.True(Math.Abs(mean) <= 5 * error, $"{steps[1][record].Tensor}, {steps[1][record].Pass}: {mean} against {error}");
            Assert.True(steps[^1][record].VarianceSum > 20 * error, "The spread is too large to see anything.");
        }
    }

    [Fact]
    public void Records_AnyNumberOfThreads_AreTheSame()
    {
        PassErrorRecord[][] records = [.. Enumerable.Range(1, 3).Select(static threads =>
        {
            using WorkerTeam team = new(threads);
            SeedTraining training = TinyTraining.Start(Options, team);
            Run(training, 0);
            return training.Passes!.Probe!.Records.ToArray();
        })];
        Assert.Equal(records[0], records[1]);
        Assert.Equal(records[0], records[2]);
    }

    [Fact]
    public void Records_StepsBetween_AreNotCompared()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(Options, team);
        Run(training, PassErrorProbe.Interval - 1);
        Assert.Empty(training.Passes!.Probe!.Records);
    }

    [Fact]
    public void Restore_RecordsOfAnother_ContinuesFromThem()
    {
        using WorkerTeam team = new(1);
        SeedTraining first = TinyTraining.Start(Options, team);
        SeedTraining second = TinyTraining.Start(Options, team);
        Run(first, 0);
        second.Passes!.Probe!.Restore(first.Passes!.Probe!.Records);
        Run(first, PassErrorProbe.Interval);
        Run(second, PassErrorProbe.Interval);
        Assert.Equal(first.Passes.Probe.Records, second.Passes.Probe.Records);
    }

    private static void Run(SeedTraining training, uint step)
    {
        training.Passes!.ForwardBackward(TinyTraining.Bars.Training, Batch, step);
        training.Passes.Count(training.StochasticRule!.Optimizer.Tensors, StochasticRule.Split(1 / 32.0));
    }
}
