using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The cost of a step under one library or several, as text and as JSON.
/// </summary>
/// <param name="reports">One report per library, all of the same circuit and step.</param>
/// <param name="parameters">Parameters updated in the step.</param>
internal sealed class CostSummary(IReadOnlyList<CostReport> reports, long parameters)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Parameters = parameters,
        Libraries = reports.Select(report => new
        {
            Library = report.Library.Name,
            StepSeconds = report.Seconds,
            EnergyPerStepAttojoules = report.TotalAttojoules,
            EnergyPerUpdatePicojoules = (double)report.TotalAttojoules / parameters * 1e-6,
            UpdatesPerSecond = parameters / report.Seconds,
            report.PowerWatts,
            LeakageMicrowatts = report.LeakageNanowatts * 1e-3,
            AreaSquareMillimetres = report.AreaSquareMicrometres * 1e-6,
            report.StepsUntilWearOut,
            CategoriesAttojoules = Enum.GetValues<CostCategory>().ToDictionary(one => one.ToString().ToLowerInvariant(), report.CategoryAttojoules),
            Rows = report.Rows,
        }),
    };

    /// <summary>Writes the configuration, a table of components, totals, and what is missing.</summary>
    public void Write(IAnsiConsole console)
    {
        CostReport first = reports[0];
        ArchitectureModel circuit = first.Circuit;
        console.WriteLine(
            $"One step of stochastic momentum: {parameters:N0} parameters, {circuit.Lanes:N0} lanes of {circuit.CellsPerLane} {circuit.Cell.Name} cells, {circuit.Preset.Name}, clock {QuantityText.Frequency(circuit.ClockHertz)}, {circuit.Storage.ToString().ToLowerInvariant()}");
        console.WriteLine($"SET energy over p of mean {circuit.Probabilities.Mean:G4} ({circuit.Probabilities.Name}); step time {QuantityText.Seconds(first.Seconds)}, {QuantityText.Digits(parameters / first.Seconds * 1e-6)} M updates/s");
        if (reports.Count == 1)
        {
            WriteParts(console, first);
        }
        else
        {
            WriteSpread(console);
        }

        foreach (CostReport report in reports)
        {
            WriteMissing(console, report);
        }
    }

    private void WriteParts(IAnsiConsole console, CostReport report)
    {
        Table table = TextTable.NewTable(3, "part", "category", "priced as", "instances", "area", "energy/update", "leakage");
        foreach (CostRow row in report.Rows)
        {
            TextTable.Add(
                table,
                row.Name,
                row.Category.ToString(),
                row.Component,
                row.Instances == 0 ? "" : row.Instances.ToString("N0"),
                row.Missing.Contains("area") ? QuantityText.Missing : row.Instances == 0 ? "" : QuantityText.Area(row.AreaSquareMicrometres),
                row.Missing.Contains("energy") ? QuantityText.Missing : row.Operations == 0 ? "" : QuantityText.Energy((double)row.DynamicAttojoules / parameters),
                row.Missing.Contains("leakage") ? QuantityText.Missing : row.Instances == 0 ? "" : QuantityText.Power((row.LeakageNanowatts ?? 0) * 1e-9));
        }

        console.Write(table);
        Table totals = TextTable.NewTable(1, report.Library.Name, "per update", "per step", "power");
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            AddTotal(totals, category.ToString(), report.CategoryAttojoules(category), report.Seconds);
        }

        AddTotal(totals, "total", report.TotalAttojoules, report.Seconds);
        console.Write(totals);
        string wear = report.StepsUntilWearOut is { } steps ? $"; cells reach their rated life after {steps:N0} steps" : "";
        console.WriteLine($"area {QuantityText.Area(report.AreaSquareMicrometres)}, power {QuantityText.Power(report.PowerWatts)}, leakage {QuantityText.Power(report.LeakageNanowatts * 1e-9)}{wear}");
    }

    private void AddTotal(Table table, string name, Int128 energy, double seconds) => TextTable.Add(
        table, name, QuantityText.Energy((double)energy / parameters), QuantityText.Energy(energy), QuantityText.Power(Attojoules.ToJoules(energy) / seconds));

    private void WriteSpread(IAnsiConsole console)
    {
        string[] names = [.. reports.Select(report => report.Library.Name)];
        Table energies = TextTable.NewTable(1, ["energy/update", .. names, "max/min"]);
        foreach (string part in reports[0].Rows.Where(row => row.Operations > 0).Select(row => row.Name))
        {
            CostRow[] rows = [.. reports.Select(report => report.Rows.Single(row => row.Name == part))];
            AddSpread(energies, part, rows.Select(row => row.Missing.Contains("energy") ? (double?)null : (double)row.DynamicAttojoules / parameters), QuantityText.Energy);
        }

        AddSpread(energies, "leakage", reports.Select(report => report.LeakageNanowatts == 0 ? (double?)null : (double)report.LeakageAttojoules / parameters), QuantityText.Energy);
        AddSpread(energies, "total of what is given", reports.Select(report => (double?)((double)report.TotalAttojoules / parameters)), QuantityText.Energy);
        console.Write(energies);
        Table areas = TextTable.NewTable(1, ["area", .. names, "max/min"]);
        foreach (CostRow part in reports[0].Rows.Where(row => row.Instances > 0))
        {
            CostRow[] rows = [.. reports.Select(report => report.Rows.Single(row => row.Name == part.Name))];
            AddSpread(areas, part.Name, rows.Select(row => row.Missing.Contains("area") ? null : row.AreaSquareMicrometres), QuantityText.Area);
        }

        AddSpread(areas, "total of what is given", reports.Select(report => (double?)report.AreaSquareMicrometres), QuantityText.Area);
        console.Write(areas);
        console.WriteLine("Totals hold different parts: compare them only beside the list of what each library lacks.");
    }

    private static void AddSpread(Table table, string name, IEnumerable<double?> values, Func<double?, string> text)
    {
        double?[] all = [.. values];
        double[] given = [.. all.Where(value => value > 0).Select(value => value!.Value)];
        string spread = given.Length > 1 ? QuantityText.Digits(given.Max() / given.Min()) : "";
        TextTable.Add(table, [name, .. all.Select(text), spread]);
    }

    private static void WriteMissing(IAnsiConsole console, CostReport report)
    {
        string[] missing = [.. report.Incomplete.Select(row => $"{row.Name} ({string.Join(", ", row.Missing)})")];
        console.WriteLine(missing.Length == 0
            ? $"{report.Library.Name} has a figure for every part."
            : $"Excluded, because {report.Library.Name} has no figure: {string.Join("; ", missing)}.");
    }
}
