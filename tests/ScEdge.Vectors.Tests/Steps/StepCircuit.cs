using System;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Steps;

/// <summary>The circuit of a case.</summary>
internal static class StepCircuit
{
    public static TensorOptimizer Create(StepCase inputs)
    {
        CellBank bank = new(inputs.Cells, inputs.Tensor);
        int length = inputs.InitialWeights.Count;
        TensorOptimizer optimizer = Description(inputs.Optimizer)
            .NewCircuit(inputs.Settings, inputs.Tensor, length, inputs.WeightFractionBits, bank);
        for (int i = 0; i < length; i++)
        {
            optimizer.Weights[i] = inputs.InitialWeights[i];
        }

        optimizer.Refresh();
        return optimizer;
    }

    public static OptimizerDescription Description(string name) =>
        Enum.GetValues<OptimizerKind>().Select(OptimizerDescription.Of).Single(description => description.Name == name);
}
