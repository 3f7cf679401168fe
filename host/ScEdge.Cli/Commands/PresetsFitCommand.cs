using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Fitting;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Output;
using ScEdge.Cli.Tables;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge presets fit</c>: makes a preset from measured waiting times.
/// </summary>
internal static class PresetsFitCommand
{
    private const int LongestName = 64;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Argument<string> csv = new("CSV")
        {
            Description = "Waiting times: columns voltage_volts, waiting_time_seconds and optionally censored (1 where the test ended first).",
        };
        Option<string?> outFile = new("--out")
        {
            Description = "The preset file to write. [default: none, the fit is only shown]",
            HelpName = "FILE",
        };
        Option<string?> name = new("--name")
        {
            Description = "Name of the preset. [default: that of the file]",
            HelpName = "NAME",
        };
        Option<string> like = new("--like")
        {
            Description = "Preset that gives what waiting times do not tell: resistances, pulses, endurance.",
            HelpName = "NAME|FILE",
            DefaultValueFactory = static _ => "jo2009",
        };
        like.CompletionSources.Add([.. PresetCatalog.BuiltIn.Select(one => one.Name)]);
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("fit", "Fit the switching law to measured waiting times by maximum likelihood.")
        {
            Examples =
            [
                new("presets fit waits.csv", "show the fit and how well it meets the measurements"),
                new("presets fit waits.csv --out mine.json", "and write it as a preset"),
                new("train --cbram mine.json", "train with it"),
            ],
        };
        command.Arguments.Add(csv);
        command.Options.Add(outFile);
        command.Options.Add(name);
        command.Options.Add(like);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            parse.GetRequiredValue(csv),
            parse.GetValue(outFile),
            parse.GetValue(name),
            parse.GetRequiredValue(like),
            parse.GetValue(json),
            new CommandOutput(parse)));
        return command;
    }

    private static void Run(string csv, string? outFile, string? name, string like, bool json, CommandOutput output)
    {
        if (outFile is not null && Path.GetFullPath(outFile) == Path.GetFullPath(csv))
        {
            throw new InputException($"--out would replace the measurements in {csv}: give another file.");
        }

        CbramPreset rest = PresetCatalog.Resolve(like);
        SwitchingLawFit fit = SwitchingLawFit.Estimate(WaitingTimeCsv.Load(csv));
        CbramPreset preset = fit.ToPreset(name ?? NameOf(outFile ?? csv), Path.GetFileName(csv), rest);
        FitSummary summary = new(fit, preset, outFile);
        if (outFile is not null)
        {
            RequireReadable(preset);
            PresetWriter.Save(preset, outFile);
        }

        if (json)
        {
            output.WriteJson(summary.ToJson());
        }
        else
        {
            summary.Write(output.Console);
        }
    }

    private static string NameOf(string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        string name = string.Concat(stem.Select(static c => IsNameCharacter(c) ? c : '-'));
        return name.Length is > 0 and <= LongestName ? name : "fitted";
    }

    /// <summary>Refuses what would make a file that cannot be read again.</summary>
    private static void RequireReadable(CbramPreset preset)
    {
        if (preset.Name.Length is 0 or > LongestName || !preset.Name.All(IsNameCharacter))
        {
            throw new InputException(
                $"\"{preset.Name}\" cannot name a preset: give --name at most {LongestName} letters, digits, '-', '_' and '.'.");
        }

        foreach (FigureDefinition definition in FigureDefinition.All)
        {
            if (definition.Figure(preset) is { } figure && !(figure.Value >= definition.Minimum && figure.Value <= definition.Maximum))
            {
                throw new InputException(
                    $"The fit gives {definition.Label} = {figure.ValueText}, outside {definition.Minimum:G3} to {definition.Maximum:G3}: "
                    + "check the units, or measure at more voltages.");
            }
        }

        double volts = preset.PulseFor(0.5).VoltageVolts;
        if (volts <= 0)
        {
            throw new InputException(
                $"With the pulses of the preset given by --like an even chance would need {volts:G3} V: give one with shorter SET pulses.");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
