using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// hw-docs/accuracy.md: words by hand, tables between marks.
/// </summary>
internal static class AccuracyDocument
{
    private static readonly Regex Block = new(@"<!-- rows: (?<table>[a-z]+) -->\n.*?<!-- end -->", RegexOptions.Singleline);

    /// <summary>Gets the path of the document.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Root(), "hw-docs", "accuracy.md");

    /// <summary>Gets the path of the plan that trains the rows.</summary>
    public static string PlanPath { get; } = System.IO.Path.Combine(Root(), "hw-docs", "accuracy", "plan.json");

    /// <summary>Gets the path of the archive that it fills.</summary>
    public static string ResultsPath { get; } = System.IO.Path.Combine(Root(), "hw-docs", "accuracy", "results.jsonl");

    /// <summary>Reads the rows of the plan that are trained.</summary>
    public static IReadOnlyList<AccuracyRow> ReadRows() => new AccuracyResults(File.ReadLines(ResultsPath)).Rows(SweepPlanFile.Read(PlanPath));

    /// <summary>Returns the names of the tables that a document has a place for.</summary>
    public static IReadOnlyList<string> TablesOf(string document) => [.. Block.Matches(document).Select(match => match.Groups["table"].Value)];

    /// <summary>Returns a document with its tables made anew.</summary>
    public static string WithTables(string document, AccuracyTables tables) => Block.Replace(
        document, match => $"<!-- rows: {match.Groups["table"].Value} -->\n{tables.Write(match.Groups["table"].Value)}<!-- end -->");

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln: run this inside the repository.");
    }
}
