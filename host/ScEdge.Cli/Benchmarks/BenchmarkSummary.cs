using System.Collections.Generic;
using System.Globalization;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Runs;
using ScEdge.Kernels;
using Spectre.Console;

namespace ScEdge.Cli.Benchmarks;

/// <summary>
/// The figures of the self-measurement as text and as JSON.
/// </summary>
/// <param name="rows">Figures.</param>
/// <param name="threads">Threads of the training.</param>
/// <param name="coresUsed">Processor time over time while the training was measured.</param>
internal sealed class BenchmarkSummary(IReadOnlyList<BenchmarkRow> rows, int threads, double coresUsed)
{
    private readonly MachineDescription _machine = MachineDescription.Current();

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Version = VersionText.Line,
        Machine = _machine,
        KernelTier = KernelTier.Current.ToString(),
        Threads = threads,
        CoresUsed = coresUsed,
        Figures = rows,
    };

    /// <summary>Writes a table.</summary>
    public void Write(IAnsiConsole console)
    {
        console.WriteLine(
            $"{_machine.Processor ?? _machine.Architecture}, {_machine.Cores} cores, {_machine.Runtime}, kernels {KernelTier.Current}, "
            + $"{threads} training threads ({coresUsed:F1} cores used)");
        TextTable table = new(1, "measured", "median", "best", "unit") { LastTexts = 1 };
        foreach (BenchmarkRow row in rows)
        {
            table.Add(row.Description, Figure(row.Median), Figure(row.Best), row.Unit);
        }

        console.Write(table);
    }

    private static string Figure(double value) =>
        value.ToString(value >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture);
}
