using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Power;

namespace ScEdge.Silicon.Blocks;

/// <summary>Writes the figures of blocks as a cost library: components that the circuit has as modules or cells of their own.</summary>
/// <remarks>
/// A component that the circuit does not have by itself is left out, and is bounded where the library is used: lane control, adder and counter
/// of a lane are one module here. Energies are those without glitches; what glitches add stands with each figure.
/// </remarks>
public static class CostLibraryText
{
    /// <summary>Name of the library.</summary>
    public const string Name = "synthesised";

    // Streams of a parameter in stochastic momentum: change and decay of the momentum, change of the weight; 32 bits each.
    private const int NumbersPerParameter = 3;
    private const int BitsPerNumber = 32;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the library.</summary>
    /// <param name="report">What came out.</param>
    public static string Write(SiliconReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        object Entry(string component, double? area, double? energy, double? leakage, string source, string includes) => new
        {
            Component = component,
            AreaSquareMicrometres = Rounded(area),
            EnergyFemtojoules = Rounded(energy),
            EnergyPer = "operation",
            LeakageNanowatts = Rounded(leakage),
            Source = source,
            NodeNanometres = report.Settings.NodeNanometres,
            VoltageVolts = report.Library.Volts,
            Corner = $"{report.Library.Corner}, {report.Library.Celsius} C, before layout: no wires, no clock tree",
            Confidence = "C",
            Includes = includes,
        };

        List<object> entries = [];
        void AddCell(string component, string function, LibertyCell? cell)
        {
            if (cell is not null)
            {
                entries.Add(Entry(
                    component, cell.AreaSquareMicrometres, null, cell.LeakageNanowatts,
                    $"Liberty library {report.Library.Name}, cell {cell.Name}", function));
            }
        }

        AddCell("nand2", "the smallest NAND of two inputs", Gate(report.Library, static state => state != 3));
        AddCell("and-multiplier", "the smallest AND of two inputs", Gate(report.Library, static state => state == 3));
        AddCell("d-flip-flop", "the smallest flip-flop without set and reset", report.Library.Cells.Values
            .Where(static cell => cell.FlipFlop is { Clear: null, Preset: null } && cell.Variables.Count == 3)
            .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, StringComparer.Ordinal).FirstOrDefault());

        if (Measured(report, "lane", "momentum", "stream_scale") is { } scale)
        {
            entries.Add(Entry(
                "scaler", scale.Area, scale.Energy / NumbersPerParameter, scale.Leakage, scale.Source,
                "16-bit multiplier, shifter and rounding of stream_scale, one number; "
                + $"with glitches {Text(scale.Glitching / NumbersPerParameter)} fJ"));
        }

        if (Measured(report, "lane", "momentum", "bernoulli_word") is { } word)
        {
            const int Bits = NumbersPerParameter * BitsPerNumber;
            entries.Add(Entry(
                "comparator-16", word.Area / BitsPerNumber, word.Energy / Bits, word.Leakage / BitsPerNumber, word.Source,
                "one of 32 bits of bernoulli_word, which compares digit by digit, with its flip-flops and its share of the probability's; "
                + $"zeros, which take no digit, are in the mean; with glitches {Text(word.Glitching / Bits)} fJ"));
        }

        if (Measured(report, "mac-array", "image", "population_count", "forward") is { } count)
        {
            entries.Add(Entry(
                "scaled-parallel-counter-16", count.Area / 2, count.Energy * 16, count.Leakage / 2, count.Source,
                $"half of the counter of 32 bits at a cross-point, exact, without register; with glitches {Text(count.Glitching * 16)} fJ"));
        }

        if (report.Blocks.FirstOrDefault(static block => block.Phases.Count > 0) is { } any)
        {
            IReadOnlyList<ModulePower> modules = any.Phases[0].Modules;
            entries.Add(Entry(
                "square-micrometre-of-logic", null, null,
                modules.Sum(static one => one.LeakageNanowatts) / modules.Sum(static one => one.AreaSquareMicrometres),
                Source(report, any, any.Phases[0].Vectors), "leakage of the block's cells, states weighted by their time, over their area"));
        }

        return JsonSerializer.Serialize(
            new
            {
                Name,
                Description = $"The circuit's modules in the cells of {report.Library.Name}, before layout; no memory, no analogue part, no binary "
                    + "arithmetic.",
                Entries = entries,
            },
            Options) + "\n";
    }

    private static LibertyCell? Gate(LibertyLibrary library, Func<int, bool> isOne) => library.Cells.Values
        .Where(cell => cell is { FlipFlop: null, Unsupported: null, Variables.Count: 2, Pins.Count: 3 })
        .Where(cell => cell.Pins.Single(static pin => pin.IsOutput).Function is { } function
            && Enumerable.Range(0, 4).All(state => function.In(state) == isOne(state)))
        .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Returns what an instance of a module takes for an operation of every phase of some vectors, or of one phase.</summary>
    private static Figures? Measured(SiliconReport report, string block, string vectors, string module, string? phase = null)
    {
        BlockResult? result = report.Blocks.FirstOrDefault(one => one.Block.Name == block);
        PhaseResult[] phases = [.. result?.Phases.Where(one => one.Vectors == vectors && (phase is null || one.Phase == phase)) ?? []];
        if (result is null || phases.Length == 0 || phases[0].Modules.FirstOrDefault(one => one.Module == module) is not { } first)
        {
            return null;
        }

        double Energy(Func<PhaseResult, IReadOnlyList<ModulePower>> of) => phases.Sum(one =>
            of(one).Where(part => part.Module == module).Sum(static part => part.Energy.Total) / one.Operations);
        return new Figures(
            first.AreaSquareMicrometres / first.Instances, Energy(static one => one.Modules),
            phases.All(static one => one.WithGlitches.Count > 0) ? Energy(static one => one.WithGlitches) : null,
            phases.Average(one => one.Modules.Single(part => part.Module == module).LeakageNanowatts) / first.Instances,
            Source(report, result, vectors));
    }

    private static string Source(SiliconReport report, BlockResult block, string vectors) =>
        $"{report.Tools.Synthesis}, {report.Tools.Simulation}; block {block.Block.Name}, netlist {block.NetlistSha256}; activity of {vectors}, "
        + $"{block.Phases.Where(one => one.Vectors == vectors).Sum(static one => one.Operations)} operations ({block.Block.Operation}) recorded";

    private static double? Rounded(double? value) =>
        value is { } number ? double.Parse(number.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static string Text(double? value) => Rounded(value)?.ToString(CultureInfo.InvariantCulture) ?? "unknown,";

    private sealed record Figures(double Area, double Energy, double? Glitching, double Leakage, string Source);
}
