using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Playground.Vectors;

/// <summary>A line of cells.jsonl.</summary>
internal sealed record CellCase(
    string Name,
    CellBankSettings Cells,
    uint Bank,
    IReadOnlyList<int> ClassesOfLaneOne,
    IReadOnlyList<CellAnswer> Answers,
    IReadOnlyList<CellNumber> Numbers);

/// <summary>Switching probability of a cell of a class.</summary>
internal sealed record CellAnswer(uint Probability, int CellClass, uint Switching);

/// <summary>A number of the streams of key (1, 2, 3).</summary>
internal sealed record CellNumber(
    int Lane, uint Counter, int Length, uint Probability, string Bits, int Ones, long RandomWords, uint? InnerProbability, string? InnerBits);
