using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of steps.jsonl: a tensor, its circuit and cells, and some steps.</summary>
internal sealed record StepCase(
    string Name,
    string Optimizer,
    OptimizerSettings Settings,
    CellBankSettings Cells,
    uint Tensor,
    int WeightFractionBits,
    IReadOnlyList<short> InitialWeights,
    IReadOnlyList<StepRecord> Steps);

/// <summary>What goes into a step, and what comes out.</summary>
internal sealed record StepRecord(
    uint Step, uint RateFraction, int RateShift, int GradientFractionBits, uint GradientMaximum, IReadOnlyList<short> Gradients, StepResult Result);

/// <summary>Registers and counts after a step.</summary>
internal sealed record StepResult(
    IReadOnlyList<short> Weights,
    IReadOnlyDictionary<string, IReadOnlyList<short>> Auxiliary,
    int? AuxiliaryFractionBits,
    long Cycles,
    IReadOnlyDictionary<string, IReadOnlyList<long>> Counts);
