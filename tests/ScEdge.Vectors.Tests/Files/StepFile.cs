using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Vectors.Tests.Steps;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>Whole steps of every optimiser, by the scalar code that defines them.</summary>
internal static class StepFile
{
    public const string Name = "steps.jsonl";

    public static string Text() => VectorText.JsonLines(StepCases.All.Select(inputs => StepReplay.Of(inputs, Scalar, int.MaxValue)));

    private static uint Scalar(TensorOptimizer optimizer, int phase, short[] gradients, int start, int end, OperationCounts counts) =>
        optimizer.RunPhase(phase, gradients, start, end, counts);
}
