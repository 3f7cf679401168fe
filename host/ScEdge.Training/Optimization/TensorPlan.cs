using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Training.Optimization;

/// <summary>
/// What the circuit of one tensor is made of.
/// </summary>
/// <param name="Name">Name, for example "conv1.weight".</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Length">Number of parameters.</param>
/// <param name="WeightFractionBits">Fraction bits of the weight registers.</param>
/// <param name="Cells">Cells that make the bits.</param>
public sealed record TensorPlan(string Name, IReadOnlyList<int> Shape, int Length, int WeightFractionBits, CellBankSettings Cells);
