using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Uncertainty;
using ScEdge.Costing.Workloads;
using ScEdge.Experiments.Figures;
using ScEdge.Stochastic.Cbram;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge cost</c>: what the optimiser would cost in 40-nm silicon, without training.
/// </summary>
internal static class CostCommand
{
    private static readonly ExclusivePair[] Exclusives =
    [
        new("--compare", "--solve"), new("--model", "--parameters"), new("--solve", "--lanes", "--solve finds the lanes: leave --lanes out."),
        new("--solve", FiguresOption.Name, "--solve has no charts: leave --figures out."),
    ];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "cost",
        "Energy, time, power and area of an update in 40-nm silicon, from published figures of one library at a time; nothing is trained.",
        AddContents)
    {
        Exclusives = Exclusives,
        Examples =
        [
            new("cost", "an update of LeNet-5, component by component"),
            new("cost --library all", "under each library, with the spread between them"),
            new("cost --library mine.json --lanes 64 --storage cbram", "with one's own figures"),
            new("cost --compare --library all --stream-length 256", "multiply-accumulate units, binary against stochastic"),
            new("cost --library all --figures figures", "area, power and what moves them, as SVG and CSV"),
            new("cost --solve area=1.55mm2 power=167uW", "what fits into an area and a power, and how fast it is"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        CostArguments arguments = new();
        Option<bool> compare = new("--compare")
        {
            Description = "Compare multiply-accumulate units, binary and stochastic, alone and in an array for the layers of the network.",
            Arity = ArgumentArity.Zero,
        };
        Option<string[]> solve = new("--solve")
        {
            HelpName = "area=AREA power=POWER",
            Description = "Find the lanes, clock and pulse width that update most within an area and a power.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        Option<bool> json = CommandOutput.JsonOption();
        arguments.AddTo(command);
        command.Add(compare);
        command.Add(solve);
        Option<string> figures = FiguresOption.Create();
        command.Add(figures);
        command.Add(json);
        command.SetAction(parse =>
        {
            ExclusivePair.Refuse(parse, "cost", Exclusives);
            string[] targets = parse.GetValue(solve) ?? [];
            bool compares = parse.GetValue(compare);
            CommandOutput output = new(parse);
            IReadOnlyList<CostLibrary> libraries = arguments.Libraries(parse);
            ArchitectureModel circuit = arguments.Circuit(parse);
            UpdateWorkload workload = arguments.Workload(parse);
            if (compares)
            {
                IReadOnlyList<ForwardWorkload> layers = arguments.Layers(parse);
                ArrayTable? Array(CostLibrary one) => layers.Count == 0 ? null : new ArrayTable(one, circuit, layers, workload.StreamLength);
                MacSummary summary = new(
                    [.. libraries.Select(one => (one, new MacTable(one, circuit, workload.StreamLength), Array(one)))], workload.StreamLength);
                Write(output, parse.GetValue(json), summary.ToJson, () => summary.Write(output.Console));
                WriteFigures(
                    output, parse.GetValue(json), parse.GetValue(figures),
                    [.. libraries.Select(one => CostFigures.Units(new MacTable(one, circuit, workload.StreamLength), one, Prefix(libraries, one)))]);
            }
            else if (targets.Length > 0)
            {
                OperatingTarget target = Target(targets);
                OperatingPointSummary summary = Solve(
                    libraries, one => OperatingPointSolver.Solve(
                        one, circuit, workload, target, arguments.PulseWidthsToTry(parse, circuit), arguments.ClocksToTry(parse)), target);
                Write(output, parse.GetValue(json), summary.ToJson, () => summary.Write(output.Console));
            }
            else
            {
                OperationCounts counts = workload.ToCounts();
                CostSummary summary = new(
                    [.. libraries.Select(one => new CostModel(one, circuit).Price(counts))],
                    [.. libraries.Select(one => new CircuitSensitivity(one, circuit, counts, workload.Parameters))],
                    [.. libraries.Select(one => new FixedPointSensitivity(one, circuit))],
                    workload.Parameters);
                Write(output, parse.GetValue(json), summary.ToJson, () => summary.Write(output.Console));
                WriteFigures(
                    output, parse.GetValue(json), parse.GetValue(figures),
                    [
                        .. libraries.Select(one => CostFigures.Breakdown(new CostModel(one, circuit).Price(counts), one, Prefix(libraries, one))
                            + CostFigures.Tornados(new CircuitSensitivity(one, circuit, counts, workload.Parameters), Prefix(libraries, one))),
                    ]);
            }
        });
    }

    /// <summary>Several libraries have drawings of the same kinds: their names tell them apart.</summary>
    private static string Prefix(IReadOnlyList<CostLibrary> libraries, CostLibrary one) => libraries.Count == 1 ? "cost-" : $"cost-{one.Name}-";

    private static void WriteFigures(CommandOutput output, bool json, string? path, IReadOnlyList<string> charts)
    {
        if (path is not null && new FigureFolder(path).Write(charts) is var count && !json)
        {
            output.WriteText(FiguresOption.Sentence(path, count));
        }
    }

    private static void Write(CommandOutput output, bool json, System.Func<object> toJson, System.Action write)
    {
        if (json)
        {
            output.WriteJson(toJson());
        }
        else
        {
            write();
        }
    }

    /// <summary>One library's impossibility is a result beside the others' solutions; without any solution it is an error.</summary>
    private static OperatingPointSummary Solve(
        IReadOnlyList<CostLibrary> libraries, System.Func<CostLibrary, OperatingPoint> solve, OperatingTarget target)
    {
        List<OperatingPoint> points = [];
        List<InputException> refusals = [];
        foreach (CostLibrary library in libraries)
        {
            try
            {
                points.Add(solve(library));
            }
            catch (InputException refusal)
            {
                refusals.Add(refusal);
            }
        }

        return points.Count > 0 ? new OperatingPointSummary(points, target, [.. refusals.Select(one => one.Message)]) : throw refusals[0];
    }

    private static OperatingTarget Target(string[] assignments)
    {
        double? area = null;
        double? power = null;
        foreach (string assignment in assignments)
        {
            string[] parts = assignment.Split('=', 2);
            switch (parts)
            {
                case ["area", { } text] when area is null:
                    area = UnitParser.SquareMicrometres("area", text);
                    break;
                case ["power", { } text] when power is null:
                    power = UnitParser.Watts("power", text);
                    break;
                default:
                    throw new InputException(
                        $"--solve cannot take \"{assignment}\": give area and power once each, such as area=1.55mm2 power=167uW.");
            }
        }

        return area is { } a && power is { } p
            ? new OperatingTarget(a, p)
            : throw new InputException("--solve needs both area and power: give for example area=1.55mm2 power=167uW.");
    }
}
