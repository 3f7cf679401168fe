using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Uncertainty;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The cost of a step under one library or several, as text and as JSON.
/// </summary>
/// <param name="reports">One report per library, all of the same circuit and step.</param>
/// <param name="circuits">What is uncertain about each.</param>
/// <param name="baselines">The binary optimiser under each library.</param>
/// <param name="parameters">Parameters updated in the step.</param>
internal sealed class CostSummary(
    IReadOnlyList<CostReport> reports, IReadOnlyList<CircuitSensitivity> circuits, IReadOnlyList<FixedPointSensitivity> baselines, long parameters)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Parameters = parameters,
        Libraries = reports.Select((report, index) => new
        {
            Library = report.Library.Name,
            StepSeconds = report.Seconds,
            EnergyPerStepAttojoules = report.TotalAttojoules,
            EnergyPerUpdateAttojoules = (double)report.TotalAttojoules / parameters,
            UpdatesPerSecond = parameters / report.Seconds,
            report.PowerWatts,
            LeakageWatts = report.LeakageNanowatts * 1e-9,
            report.AreaSquareMicrometres,
            report.StepsUntilWearOut,
            CategoryAttojoules = Enum.GetValues<CostCategory>().ToDictionary(static one => CommandJson.Word(one), one => Category(report, one)),
            Uncertainty = CircuitFigures.Of(circuits[index], baselines[index]),
            Rows = report.Rows.Select(Row),
        }),
    };

    /// <summary>A part without instances of its own has no area and no leakage, one that is only there no energy: null, not zero.</summary>
    private static object Row(CostRow row) => new
    {
        row.Name,
        row.Category,
        row.Component,
        row.Instances,
        row.Operations,
        AreaSquareMicrometres = row.Instances == 0 ? null : row.AreaSquareMicrometres as double?,
        row.EnergyPerOperationAttojoules,
        DynamicAttojoules = row.EnergyPerOperationAttojoules is null ? null : row.DynamicAttojoules as Int128?,
        LeakageWatts = row.Instances == 0 ? null : row.LeakageNanowatts * 1e-9 as double?,
        LeakageAttojoules = row.Instances == 0 ? null : row.LeakageAttojoules as Int128?,
        row.Bounded,
        row.Basis,
    };

    /// <summary>Returns the energy of a category, null where the circuit has no part of it.</summary>
    private static Int128? Category(CostReport report, CostCategory category) =>
        category == CostCategory.Leakage || report.Rows.Any(row => row.Category == category && row.EnergyPerOperationAttojoules is not null)
            ? report.CategoryAttojoules(category)
            : null;

    /// <summary>Writes the configuration, a table of components, totals, their spans, and what lies within bounds.</summary>
    public void Write(IAnsiConsole console)
    {
        CostReport first = reports[0];
        ArchitectureModel circuit = first.Circuit;
        string storage = circuit.Storage.ToString().ToLowerInvariant();
        console.WriteLine(
            $"One step of stochastic momentum: {parameters:N0} parameters, "
            + $"{circuit.Lanes:N0} lanes of {circuit.CellsPerLane} {circuit.Cell.Name} cells, "
            + $"{circuit.Preset.Name}, clock {QuantityText.Frequency(circuit.ClockHertz)}, {storage}");
        console.WriteLine(
            $"SET energy over p of mean {circuit.Probabilities.Mean:G4} ({circuit.Probabilities.Name}); "
            + $"step time {QuantityText.Seconds(first.Seconds)}, "
            + $"{CountText.Of((long)(parameters / first.Seconds))} updates/s");
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
            WriteBounded(console, report);
        }

        new SpanTables(circuits, baselines).Write(console);
    }

    private void WriteParts(IAnsiConsole console, CostReport report)
    {
        TextTable table = new(3, "part", "category", "priced as", "instances", "area", "energy/update", "leakage");
        foreach (CostRow row in report.Rows)
        {
            table.Add(
                row.Name,
                CommandJson.Word(row.Category),
                row.Component,
                row.Instances == 0 ? "" : row.Instances.ToString("N0"),
                row.Instances == 0 ? "" : Marked(row, "area", QuantityText.Area(row.AreaSquareMicrometres)),
                row.Operations == 0 ? "" : Marked(row, "energy", QuantityText.Energy((double)row.DynamicAttojoules / parameters)),
                row.Instances == 0 ? "" : Marked(row, "leakage", Leakage(row)));
        }

        console.Write(table);
        TextTable totals = new(1, report.Library.Name, "per update", "per step", "power");
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            AddTotal(totals, CommandJson.Word(category), Category(report, category), report.Seconds);
        }

        AddTotal(totals, "total", report.TotalAttojoules, report.Seconds);
        console.Write(totals);
        string wear = report.StepsUntilWearOut is { } steps ? $"; cells reach their rated life after {steps:N0} steps" : "";
        console.WriteLine(
            $"area {QuantityText.Area(report.AreaSquareMicrometres)}, power {QuantityText.Power(report.PowerWatts)}, "
            + $"leakage {QuantityText.Power(report.LeakageNanowatts * 1e-9)}{wear}");
    }

    // A cell without voltage does not leak.
    private static string Leakage(CostRow row) => row.LeakageNanowatts == 0 ? "none" : QuantityText.Power(row.LeakageNanowatts * 1e-9);

    private void AddTotal(TextTable table, string name, Int128? energy, double seconds)
    {
        if (energy is { } known)
        {
            table.Add(
                name,
                QuantityText.Energy((double)known / parameters),
                QuantityText.Energy(known),
                QuantityText.Power(Attojoules.ToJoules(known) / seconds));
        }
        else
        {
            table.Add(name, "-", "-", "-");
        }
    }

    private void WriteSpread(IAnsiConsole console)
    {
        string[] names = [.. reports.Select(report => report.Library.Name)];
        TextTable energies = new(1, ["energy/update", .. names, "max/min"]);
        foreach (string part in reports[0].Rows.Where(row => row.Operations > 0).Select(row => row.Name))
        {
            CostRow[] rows = [.. reports.Select(report => report.Rows.Single(row => row.Name == part))];
            AddSpread(energies, part, rows, "energy", row => (double)row.DynamicAttojoules / parameters, static value => QuantityText.Energy(value));
        }

        AddTotals(energies, "leakage", report => (double)report.LeakageAttojoules / parameters, static value => QuantityText.Energy(value));
        AddTotals(energies, "total", report => (double)report.TotalAttojoules / parameters, static value => QuantityText.Energy(value));
        console.Write(energies);
        TextTable areas = new(1, ["area", .. names, "max/min"]);
        foreach (CostRow part in reports[0].Rows.Where(row => row.Instances > 0))
        {
            CostRow[] rows = [.. reports.Select(report => report.Rows.Single(row => row.Name == part.Name))];
            AddSpread(areas, part.Name, rows, "area", static row => row.AreaSquareMicrometres, static value => QuantityText.Area(value));
        }

        AddTotals(areas, "total", static report => report.AreaSquareMicrometres, static value => QuantityText.Area(value));
        console.Write(areas);
    }

    // The spread is that between libraries: what stands within bounds is the same under each.
    private static void AddSpread(
        TextTable table, string name, CostRow[] rows, string figure, Func<CostRow, double> value, Func<double, string> text)
    {
        double[] known = [.. rows.Where(row => !row.Bounded.Contains(figure)).Select(value).Where(static one => one > 0)];
        table.Add([name, .. rows.Select(row => Marked(row, figure, text(value(row)))), Spread(known)]);
    }

    private void AddTotals(TextTable table, string name, Func<CostReport, double> value, Func<double, string> text)
    {
        double[] values = [.. reports.Select(value)];
        table.Add([name, .. values.Select(text), Spread(values)]);
    }

    private static string Spread(double[] values) => values.Length > 1 ? QuantityText.Digits(values.Max() / values.Min()) : "";

    private static string Marked(CostRow row, string figure, string text) => row.Bounded.Contains(figure) ? $"~{text}" : text;

    private void WriteBounded(IAnsiConsole console, CostReport report)
    {
        string[] bounded = [.. report.Bounded.Select(row => $"{row.Name} ({string.Join(", ", row.Bounded)})")];
        string share = QuantityText.Energy((double)report.BoundedAttojoules / parameters);
        console.WriteLine(bounded.Length == 0
            ? $"{report.Library.Name} has a figure for every part."
            : $"~ {report.Library.Name} has no figure, the middle of bounds stands for it, {share} of an update in all: "
                + $"{string.Join("; ", bounded)}.");
    }
}
