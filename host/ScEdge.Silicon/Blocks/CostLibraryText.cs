using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Power;
using ScEdge.Silicon.Tools;

namespace ScEdge.Silicon.Blocks;

/// <summary>Writes the figures of blocks as a cost library: components that the circuit has as modules or cells of their own.</summary>
/// <remarks>
/// A component whose block was not made is left out, and is bounded where the library is used. An energy lies between that without glitches and that
/// with a unit of delay for every gate, which overstates them; in the middle stands their geometric mean.
/// </remarks>
public static class CostLibraryText
{
    /// <summary>Name of the library.</summary>
    public const string Name = "synthesised";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the library.</summary>
    /// <param name="report">What came out.</param>
    /// <param name="parts">Built-in parts that it takes besides, as analogue45-vtg-1v1; null for none.</param>
    public static string Write(SiliconReport report, string? parts = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        object Entry(string component, double? area, object? energy, double? leakage, string source, string includes) => new
        {
            Component = component,
            AreaSquareMicrometres = Rounded(area),
            EnergyFemtojoules = energy,
            EnergyPer = component is "d-flip-flop" or "clock-gate" ? "cycle" : "operation",
            LeakageNanowatts = Rounded(leakage),
            Source = source,
            NodeNanometres = report.Settings.NodeNanometres,
            VoltageVolts = report.Library.Volts,
            Corner = Corner(report.Library),
            Confidence = "C",
            Includes = includes,
        };

        Dictionary<string, object> entries = [];
        foreach (ComponentRecipe recipe in ComponentRecipe.All.Where(recipe => !entries.ContainsKey(recipe.Component)))
        {
            if (Measured(report, recipe) is { } figures)
            {
                entries[recipe.Component] = Entry(recipe.Component, figures.Area, figures.Energy, figures.Leakage, figures.Source, recipe.Includes);
            }
        }

        foreach ((string component, string includes, LibertyCell? cell, double? energy) in Cells(report.Library))
        {
            if (cell is not null)
            {
                entries.TryAdd(component, Entry(
                    component, cell.AreaSquareMicrometres, Rounded(energy), cell.LeakageNanowatts,
                    $"Liberty library {report.Library.Name}, cell {cell.Name}", includes));
            }
        }

        if (report.Blocks.Where(static block => block.Phases.Count > 0).MaxBy(static block => block.Phases[0].Modules.Sum(static one => one.Cells))
            is { } largest)
        {
            IReadOnlyList<ModulePower> modules = largest.Phases[0].Modules;
            entries["square-micrometre-of-logic"] = Entry(
                "square-micrometre-of-logic", null, null,
                modules.Sum(static one => one.LeakageNanowatts) / modules.Sum(static one => one.AreaSquareMicrometres),
                Source(report, largest, largest.Phases[0].Vectors), "leakage of the block's cells, states weighted by their time, over their area");
        }

        Dictionary<string, object> library = new()
        {
            ["Name"] = Name,
            ["Description"] = $"The circuit's modules in the cells of {report.Library.Name}, before layout; "
                + (parts is null ? "no memory, no analogue part." : $"analogue parts and memory of {parts}."),
        };
        if (parts is not null)
        {
            library["Fragments"] = new[] { parts };
        }

        library["Entries"] = entries.Values;
        return JsonSerializer.Serialize(library, Options) + "\n";
    }

    /// <summary>Cells that stand for a component: a clock gate, and where its block was not made another one, with area and leakage alone.</summary>
    private static IEnumerable<(string Component, string Includes, LibertyCell? Cell, double? Energy)> Cells(LibertyLibrary library)
    {
        LibertyCell? clockGate = YosysScript.ClockGate(library);
        return
        [
            ("nand2", "the smallest NAND of two inputs", Gate(library, static state => state != 3), null),
            ("and-multiplier", "the smallest AND of two inputs", Gate(library, static state => state == 3), null),
            (
                "d-flip-flop", "the smallest flip-flop without set and reset",
                library.Cells.Values.Where(static cell => cell.FlipFlop is { Clear: null, Preset: null } && cell.Variables.Count == 3)
                    .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, StringComparer.Ordinal).FirstOrDefault(),
                null),
            (
                "clock-gate", "a clock that does not get through, its own pin included", clockGate,
                clockGate?.ShutClockFemtojoules(library.Volts)),
        ];
    }

    private static LibertyCell? Gate(LibertyLibrary library, Func<int, bool> isOne) => library.Cells.Values
        .Where(cell => cell is { FlipFlop: null, Unsupported: null, Variables.Count: 2, Pins.Count: 3 })
        .Where(cell => cell.Pins.Single(static pin => pin.IsOutput).Function is { } function
            && Enumerable.Range(0, 4).All(state => function.In(state) == isOne(state)))
        .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, StringComparer.Ordinal).FirstOrDefault();

    private static Figures? Measured(SiliconReport report, ComponentRecipe recipe)
    {
        BlockResult? result = report.Blocks.FirstOrDefault(one => one.Block.Name == recipe.Block);
        PhaseResult[] phases =
            [.. result?.Phases.Where(one => one.Vectors == recipe.Vectors && recipe.Phases?.Contains(one.Phase) != false) ?? []];
        if (result is null || phases.Length == 0)
        {
            return null;
        }

        IReadOnlyList<ModuleShare> shares =
            recipe.Modules ?? [.. phases[0].Modules.Select(static one => new ModuleShare(one.Module, one.Instances, 1))];
        double Sum(IReadOnlyList<ModulePower> modules, Func<ModulePower, ModuleShare, double> of) =>
            shares.Sum(share => modules.Where(one => one.Module == share.Module).Sum(one => of(one, share)));
        double Energy(Func<PhaseResult, IReadOnlyList<ModulePower>> of) => phases.Sum(phase =>
            Sum(of(phase), static (one, share) => one.Energy.Total * share.Uses) / phase.Operations);
        double quiet = Energy(static phase => phase.Modules);
        double? glitching = phases.All(static phase => phase.WithGlitches.Count > 0) ? Energy(static phase => phase.WithGlitches) : null;
        return new Figures(
            Sum(phases[0].Modules, static (one, share) => one.AreaSquareMicrometres / one.Instances * share.Instances),
            glitching > quiet
                ? new { Low = Rounded(quiet), Nominal = Rounded(Math.Sqrt(quiet * glitching.Value)), High = Rounded(glitching) }
                : Rounded(quiet),
            phases.Average(phase => Sum(phase.Modules, static (one, share) => one.LeakageNanowatts / one.Instances * share.Instances)),
            Source(report, result, recipe.Vectors));
    }

    private static string Source(SiliconReport report, BlockResult block, string vectors) =>
        $"{report.Tools.Synthesis}, {report.Tools.Simulation}; block {block.Block.Name}, netlist {block.NetlistSha256}; activity of {vectors}, "
        + $"{block.Phases.Where(one => one.Vectors == vectors).Sum(static one => one.Operations)} operations ({block.Block.Operation}) recorded";

    /// <summary>Conditions of the figures, as far as the library says them.</summary>
    private static string Corner(LibertyLibrary library)
    {
        string supply = string.Create(CultureInfo.InvariantCulture, $"{library.Volts} V");
        string temperature = library.Celsius is { } celsius ? string.Create(CultureInfo.InvariantCulture, $"{celsius} C") : "";
        string[] known = [library.Corner, supply, temperature];
        return string.Join(", ", known.Where(static one => one.Length > 0)) + ", before layout: no wires, no clock tree";
    }

    private static double? Rounded(double? value) =>
        value is { } number ? double.Parse(number.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private sealed record Figures(double Area, object? Energy, double Leakage, string Source);
}
