using System;
using System.Collections.Generic;
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
        TensorOptimizer optimizer = inputs.Optimizer switch
        {
            "sc-sgd" => new SgdOptimizer(inputs.Settings, inputs.Tensor, length, inputs.WeightFractionBits, bank),
            "sc-momentum" => new MomentumOptimizer(inputs.Settings, inputs.Tensor, length, inputs.WeightFractionBits, bank),
            "sc-adam" => new AdamOptimizer(inputs.Settings, inputs.Tensor, length, inputs.WeightFractionBits, bank),
            _ => throw new ArgumentException($"There is no optimiser {inputs.Optimizer}."),
        };
        for (int i = 0; i < length; i++)
        {
            optimizer.Weights[i] = inputs.InitialWeights[i];
        }

        optimizer.Refresh();
        return optimizer;
    }

    public static IReadOnlyList<string> Phases(string optimizer) => optimizer switch
    {
        "sc-sgd" => ["weight"],
        "sc-momentum" => ["momentum", "weight"],
        _ => ["mean", "scale", "weight"],
    };

    public static IReadOnlyList<string> AuxiliaryNames(string optimizer) => optimizer switch
    {
        "sc-sgd" => [],
        "sc-momentum" => ["momentum"],
        _ => ["mean", "scale"],
    };
}
