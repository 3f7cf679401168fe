using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Steps;

/// <summary>Runs the steps of a case.</summary>
internal static class StepReplay
{
    private const int CountKinds = 16;

    /// <summary>Returns the case with the results of its steps.</summary>
    /// <param name="inputs">Case; results that it has are ignored.</param>
    /// <param name="run">Updates a range in a phase.</param>
    /// <param name="rangeLength">Parameters of a range; cells with memory have one range whatever it is.</param>
    public static StepCase Of(StepCase inputs, RangeUpdate run, int rangeLength)
    {
        TensorOptimizer optimizer = StepCircuit.Create(inputs);
        StepRecord[] steps = [.. inputs.Steps.Select(step => step with { Result = Step(optimizer, step, run, rangeLength) })];
        return inputs with { Steps = steps };
    }

    private static StepResult Step(TensorOptimizer optimizer, StepRecord step, RangeUpdate run, int rangeLength)
    {
        short[] gradients = [.. step.Gradients];
        PhaseDescription[] phases = optimizer.Description.Phases;
        OperationCounts[] counts = [.. phases.Select(_ => new OperationCounts())];
        LearningRate rate = new(step.RateFraction, step.RateShift);
        optimizer.BeginStep(step.Step, step.GradientMaximum, step.GradientFractionBits, rate, counts[^1]);
        for (int phase = 0; phase < phases.Length; phase++)
        {
            OperationCounts ofPhase = new();
            optimizer.BeginPhase(phase);
            optimizer.EndPhase(phase, Ranges(optimizer, phase, gradients, run, rangeLength, ofPhase));
            optimizer.Bank.Age(ofPhase.SetEvents);
            counts[phase].Add(ofPhase);
        }

        return new StepResult(
            [.. optimizer.Weights],
            optimizer.Description.Auxiliaries.Select((name, index) => (name, index))
                .ToDictionary(pair => pair.name, pair => (IReadOnlyList<short>)[.. optimizer.Auxiliary(pair.index)]),
            optimizer.AuxiliaryFractionBits == TensorOptimizer.NoScale ? null : optimizer.AuxiliaryFractionBits,
            optimizer.Bank.Cycles,
            phases.Zip(counts).ToDictionary(pair => pair.First.Name, pair => (IReadOnlyList<long>)Values(pair.Second)));
    }

    private static uint Ranges(
        TensorOptimizer optimizer, int phase, short[] gradients, RangeUpdate run, int rangeLength, OperationCounts counts)
    {
        int length = optimizer.Bank.HasMemory ? gradients.Length : rangeLength;
        uint maximum = 0;
        for (int start = 0; start < gradients.Length; start += length)
        {
            maximum = Math.Max(maximum, run(optimizer, phase, gradients, start, Math.Min(start + length, gradients.Length), counts));
        }

        return maximum;
    }

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[CountKinds];
        counts.CopyTo(values);
        return values;
    }
}

/// <summary>Updates the registers of a range and returns their largest magnitude.</summary>
internal delegate uint RangeUpdate(TensorOptimizer optimizer, int phase, short[] gradients, int start, int end, OperationCounts counts);
