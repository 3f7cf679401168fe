using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Steps;

/// <summary>A tensor, its circuit and cells, and some steps: what goes in and what comes out.</summary>
internal sealed record StepCase(
    string Name,
    string Optimizer,
    OptimizerSettings Settings,
    CellBankSettings Cells,
    uint Tensor,
    int WeightFractionBits,
    IReadOnlyList<short> InitialWeights,
    IReadOnlyList<StepRecord> Steps);

/// <summary>One step.</summary>
/// <param name="RateFraction">Remainder of the learning rate in units of 2^-16.</param>
/// <param name="RateShift">Halvings of the learning rate.</param>
/// <param name="Result">What it left behind; null in a case that has not been run.</param>
internal sealed record StepRecord(
    uint Step, uint RateFraction, int RateShift, int GradientFractionBits, uint GradientMaximum, IReadOnlyList<short> Gradients, StepResult? Result);

/// <summary>Registers and counts after a step.</summary>
/// <param name="Weights">Weight registers.</param>
/// <param name="Auxiliary">Auxiliary registers by name.</param>
/// <param name="AuxiliaryFractionBits">Their fraction bits; null before the first scale.</param>
/// <param name="Cycles">SET/RESET cycles that the cells have aged by.</param>
/// <param name="Counts">The counts of each phase, in the order of the documents.</param>
internal sealed record StepResult(
    IReadOnlyList<short> Weights,
    IReadOnlyDictionary<string, IReadOnlyList<short>> Auxiliary,
    int? AuxiliaryFractionBits,
    long Cycles,
    IReadOnlyDictionary<string, IReadOnlyList<long>> Counts);
