using System;
using System.Collections.Generic;
using ScEdge.Vectors.Tests.Files;

namespace ScEdge.Vectors.Tests;

/// <summary>A file of tests/vectors and the code that makes its content.</summary>
internal sealed record VectorFile(string Name, Func<string> Text)
{
    public static IReadOnlyList<VectorFile> All { get; } =
    [
        new(WordFile.Name, WordFile.Text), new(CoefficientFile.Name, CoefficientFile.Text), new(QuantityFile.Name, QuantityFile.Text),
        new(CellFile.Name, CellFile.Text), new(GradientFile.Name, GradientFile.Text), new(InitialWeightFile.Name, InitialWeightFile.Text),
        new(ImageOrderFile.Name, ImageOrderFile.Text), new(ValidationFile.Name, ValidationFile.Text), new(StepFile.Name, StepFile.Text),
        new(LedgerFile.Name, LedgerFile.Text),
    ];
}
