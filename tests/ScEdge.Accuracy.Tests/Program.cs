using System;
using System.IO;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// Writes the tables of hw-docs/accuracy.md from the plan and the results in hw-docs/accuracy.
/// </summary>
internal static class Program
{
    private static void Main()
    {
        string document = File.ReadAllText(AccuracyDocument.Path);
        string written = AccuracyDocument.WithTables(document, new AccuracyTables(AccuracyDocument.ReadRows()));
        File.WriteAllText(AccuracyDocument.Path, written);
        Console.WriteLine(written == document ? "The tables of accuracy.md are those of the results." : "The tables of accuracy.md are written.");
    }
}
