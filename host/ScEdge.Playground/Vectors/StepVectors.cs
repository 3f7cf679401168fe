using System;
using System.Linq;
using System.Text.Json;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Playground.Vectors;

/// <summary>Whole steps of every optimiser: registers, scales and all sixteen counts of each phase.</summary>
internal static class StepVectors
{
    /// <summary>Returns what is wrong with a case, or null.</summary>
    public static string? Difference(string line)
    {
        StepCase one = JsonSerializer.Deserialize(line, VectorJson.Default.StepCase)!;
        OptimizerDescription description = Enum.GetValues<OptimizerKind>().Select(OptimizerDescription.Of).Single(it => it.Name == one.Optimizer);
        int length = one.InitialWeights.Count;
        TensorOptimizer optimizer = description.NewCircuit(
            one.Settings, one.Tensor, length, one.WeightFractionBits, new CellBank(one.Cells, one.Tensor));
        one.InitialWeights.ToArray().CopyTo(optimizer.Weights, 0);
        optimizer.Refresh();
        return one.Steps.Select(step => Difference(optimizer, step) is { } what ? $"{one.Name}, step {step.Step}: {what}" : null)
            .FirstOrDefault(static difference => difference is not null);
    }

    private static string? Difference(TensorOptimizer optimizer, StepRecord step)
    {
        short[] gradients = [.. step.Gradients];
        PhaseDescription[] phases = optimizer.Description.Phases;
        OperationCounts[] counts = [.. phases.Select(static _ => new OperationCounts())];
        optimizer.BeginStep(
            step.Step, step.GradientMaximum, step.GradientFractionBits, new LearningRate(step.RateFraction, step.RateShift), counts[^1]);
        for (int phase = 0; phase < phases.Length; phase++)
        {
            OperationCounts ofPhase = new();
            optimizer.BeginPhase(phase);
            optimizer.EndPhase(phase, optimizer.RunPhase(phase, gradients, 0, gradients.Length, ofPhase));
            optimizer.Bank.Age(ofPhase.SetEvents);
            counts[phase].Add(ofPhase);
        }

        StepResult wanted = step.Result;
        string[] auxiliaries = optimizer.Description.Auxiliaries;
        return !optimizer.Weights.SequenceEqual(wanted.Weights) ? "other weights"
            : !auxiliaries.Select((name, i) => optimizer.Auxiliary(i).SequenceEqual(wanted.Auxiliary[name])).All(static same => same)
                ? "other auxiliaries"
            : optimizer.AuxiliaryFractionBits != (wanted.AuxiliaryFractionBits ?? TensorOptimizer.NoScale) ? "another scale"
            : optimizer.Bank.Cycles != wanted.Cycles ? "another age of the cells"
            : !phases.Zip(counts).All(pair => Values(pair.Second).SequenceEqual(wanted.Counts[pair.First.Name])) ? "other counts"
            : null;
    }

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[OperationCounts.Count];
        counts.CopyTo(values);
        return values;
    }
}
