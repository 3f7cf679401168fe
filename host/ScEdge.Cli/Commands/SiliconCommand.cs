using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Costing.Libraries;
using ScEdge.Silicon.Blocks;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge silicon</c>: from the circuit's SystemVerilog to gates to joules, with a cell library of the user's.
/// </summary>
internal static class SiliconCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "silicon",
        "Synthesise the circuit with a cell library, simulate its gates with a training, and compute area, leakage, energy and longest path.",
        AddContents)
    {
        Details = "Needs Yosys, Icarus Verilog, Verilator, g++ and make; a cell library in the Liberty format is yours to bring.",
        Examples =
        [
            new("silicon --liberty cells.lib --vectors momentum", "the optimiser's lane, with a step of stochastic momentum: some minutes"),
            new("silicon --liberty cells.lib --block mac-fp32", "the binary side: a multiply-accumulate unit in binary32"),
            new("silicon --liberty cells.lib --block all --parts analogue45-vtg-1v1 --out silicon", "keep netlists, scripts and a cost library"),
            new("cost --library silicon/cost-library.json", "what an update costs by these figures"),
            new("silicon spice --models cards", "the analogue parts in ngspice, over corners"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<string> liberty = new("--liberty")
        {
            HelpName = "FILE",
            Description = "The cell library, as Liberty text.",
            Required = true,
        };
        string[] blocks = ["all", .. BlockCatalogue.All.Select(static block => block.Name)];
        Option<string> block = new("--block")
        {
            HelpName = string.Join('|', blocks),
            Description = "Which part of the circuit.",
            DefaultValueFactory = _ => BlockCatalogue.All[0].Name,
        };
        block.CompletionSources.Add(blocks);
        string[] known = [.. BlockCatalogue.All.SelectMany(static one => one.Vectors).Select(static one => one.Name).Distinct()];
        Option<string> vectors = new("--vectors")
        {
            HelpName = "all|" + string.Join('|', known),
            Description = "What it computes: a step of a training by that optimiser, or an image.",
            CustomParser = result => ValueParser.Choice(result, ["all", .. known]),
            DefaultValueFactory = _ => "all",
        };
        vectors.CompletionSources.Add(["all", .. known]);
        Option<string> period = new("--period")
        {
            HelpName = "TIME",
            Description = "Clock period for which cells are sized, 0.1ns to 1us.",
            DefaultValueFactory = _ => "2.5ns",
        };
        Option<double> node = new("--node")
        {
            HelpName = "NM",
            Description = "Technology node of the cells in nm, 1 to 1000: a Liberty file does not say it, a cost library must.",
            CustomParser = ValueParser.Number,
            DefaultValueFactory = _ => 45,
        };
        Option<bool> noGlitches = new("--no-glitches")
        {
            Description = "Leave out the second simulation, in which every gate has a delay.",
            Arity = ArgumentArity.Zero,
        };
        Option<string?> folder = new("--out")
        {
            HelpName = "DIR",
            Description = "Also keep netlists, scripts, figures and a cost library, in a folder that does not exist yet or is empty.",
        };
        string[] fragments = [.. CostLibraryCatalog.Fragments];
        Option<string?> parts = new("--parts")
        {
            HelpName = string.Join('|', fragments),
            Description = "Analogue parts and memory that the cost library takes besides. [default: none, they are bounded]",
            CustomParser = result => ValueParser.Choice(result, fragments),
        };
        parts.CompletionSources.Add(fragments);
        Option<bool> json = CommandOutput.JsonOption();
        foreach (Option option in new Option[] { liberty, block, vectors, period, node, noGlitches, folder, parts, json })
        {
            command.Add(option);
        }

        command.Subcommands.Add(SiliconSpiceCommand.Create());
        command.Subcommands.Add(SiliconCharacteriseCommand.Create());
        command.SetAction(parse =>
        {
            string chosen = parse.GetRequiredValue(vectors);
            SiliconSettings settings = new()
            {
                PeriodNanoseconds = UnitParser.Seconds("--period", parse.GetRequiredValue(period)) * 1e9,
                NodeNanometres = parse.GetRequiredValue(node),
                HasGlitches = !parse.GetValue(noGlitches),
                Vectors = chosen == "all" ? null : [chosen],
            };
            new SiliconSession(settings, parse.GetRequiredValue(liberty), BlockCatalogue.Find(parse.GetRequiredValue(block)), parse.GetValue(parts))
                .Run(parse.GetValue(folder), parse.GetValue(json), new CommandOutput(parse));
        });
    }
}
