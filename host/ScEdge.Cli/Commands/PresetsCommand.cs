using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Quantities;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge presets</c>: what devices there are, and where each of their figures comes from.
/// </summary>
internal static class PresetsCommand
{
    private const string Meaning =
        "Confidence: A read in a primary source; B of the literature but not checked against its source; C computed or "
        + "fitted from other data; assumption a choice that no source gives for this device. One device with its switching voltages and energies:";

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("presets", "List the CBRAM devices, show or check one, or fit one to measurements.", AddContents)
    {
        Examples =
        [
            new("presets", "every figure with its source and how far to trust it"),
            new("presets gaba2013", "one device with its switching voltages and energies"),
            new("presets mine.json", "check a preset file and show it"),
            new("presets fit waits.csv --out mine.json", "make a preset from measured waiting times"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string?> preset = new("NAME|FILE")
        {
            HelpName = "NAME|FILE",
            Description = "A built-in preset, or a JSON file to check.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        preset.CompletionSources.Add([.. PresetCatalog.BuiltIn.Select(one => one.Name)]);
        Option<bool> json = CommandOutput.JsonOption();
        command.Arguments.Add(preset);
        command.Options.Add(json);
        command.Subcommands.Add(PresetsFitCommand.Create());
        command.SetAction(parse => Run(parse.GetValue(preset), parse.GetValue(json), new CommandOutput(parse)));
    }

    private static void Run(string? name, bool json, CommandOutput output)
    {
        IReadOnlyList<CbramPreset> presets = name is null ? PresetCatalog.BuiltIn : [PresetCatalog.Resolve(name)];
        PresetSummary[] summaries = [.. presets.Select(preset => new PresetSummary(preset))];
        if (json)
        {
            output.WriteJson(name is null ? new { Presets = summaries.Select(one => one.ToJson()) } : summaries[0].ToJson());
            return;
        }

        foreach (PresetSummary summary in summaries)
        {
            summary.WriteFigures(output.Console);
            if (name is not null)
            {
                summary.WriteOperation(output.Console);
            }
        }

        if (name is null)
        {
            output.WriteProse(Meaning);
            output.WriteText("  scedge presets jo2009");
            output.WriteProse("\nNon-idealities, of a preset or of a run (train --nonideality NAME=VALUE); 0 is off");
            output.Console.Write(NonidealityList());
        }
    }

    private static TextTable NonidealityList()
    {
        TextTable table = new(1, "name", "from", "to", "meaning") { LastTexts = 1 };
        foreach (NonidealityDefinition one in Nonidealities.Definitions)
        {
            table.Add(one.Name, QuantityText.Digits(one.Minimum), QuantityText.Digits(one.Maximum), one.Meaning);
        }

        return table;
    }
}
