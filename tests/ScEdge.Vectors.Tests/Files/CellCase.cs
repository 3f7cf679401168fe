using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>A bank of cells, what its cells make of probabilities, and numbers drawn from it one after the other.</summary>
internal sealed record CellCase(
    string Name,
    CellBankSettings Cells,
    uint Bank,
    IReadOnlyList<int> ClassesOfLaneOne,
    IReadOnlyList<CellAnswer> Answers,
    IReadOnlyList<CellNumber> Numbers);

/// <summary>Switching probability of a cell of a class, both probabilities in units of 2^-16, after the drive quantiser.</summary>
internal sealed record CellAnswer(uint Probability, int CellClass, uint Switching);

/// <summary>One number of the streams of key (1, 2, 3).</summary>
/// <param name="InnerProbability">Of nested streams that of the first read; the other numbers have none.</param>
internal sealed record CellNumber(
    int Lane,
    uint Counter,
    int Length,
    uint Probability,
    string Bits,
    int Ones,
    long RandomWords,
    uint? InnerProbability = null,
    string? InnerBits = null);
