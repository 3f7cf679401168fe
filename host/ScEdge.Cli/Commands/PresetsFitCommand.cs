using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Fitting;
using ScEdge.Cbram.Laws;
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
    private const string Automatic = "auto";

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
        Option<string> waits = new("--waits")
        {
            Description = $"How waits are distributed: {WaitFamilyNames.List}, or auto: exponential unless Akaike's criterion of another is "
                + "smaller by 2.",
            HelpName = "FAMILY",
            DefaultValueFactory = static _ => Automatic,
        };
        Option<bool> table = new("--table")
        {
            Description = "Write a preset that goes through the waits at each voltage, in place of the two constants.",
        };
        Option<double> extrapolation = new("--extrapolation")
        {
            Description = "With --table: volts beyond the measured ones that a drive may use.",
            HelpName = "VOLTS",
            DefaultValueFactory = static _ => 0.0,
        };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("fit", "Fit the switching law to measured waiting times by maximum likelihood.")
        {
            Examples =
            [
                new("presets fit waits.csv", "show the fit and how well it meets the measurements"),
                new("presets fit waits.csv --out mine.json", "and write it as a preset"),
                new("presets fit waits.csv --table --extrapolation 0.5 --out mine.json", "one that goes through the waits of each voltage"),
                new("train --cbram mine.json", "train with it"),
            ],
        };
        command.Arguments.Add(csv);
        command.Options.Add(outFile);
        command.Options.Add(name);
        command.Options.Add(like);
        command.Options.Add(waits);
        command.Options.Add(table);
        command.Options.Add(extrapolation);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            new FitRequest(
                parse.GetRequiredValue(csv),
                parse.GetValue(outFile),
                parse.GetValue(name),
                parse.GetRequiredValue(like),
                parse.GetRequiredValue(waits),
                parse.GetValue(table) ? parse.GetValue(extrapolation) : null),
            parse.GetValue(json),
            new CommandOutput(parse)));
        return command;
    }

    private static void Run(FitRequest request, bool json, CommandOutput output)
    {
        (string csv, string? outFile, string? name, string like, string waits, double? extrapolation) = request;
        if (outFile is not null && Path.GetFullPath(outFile) == Path.GetFullPath(csv))
        {
            throw new InputException($"--out would replace the measurements in {csv}: give another file.");
        }

        CbramPreset rest = PresetCatalog.Resolve(like);
        WaitFamily? family = waits == Automatic ? null : WaitFamilyNames.Find(waits)
            ?? throw new InputException($"--waits {waits} is no family of waits: use {Automatic}, {WaitFamilyNames.List}.");
        SwitchingLawFit fit = SwitchingLawFit.Compare(WaitingTimeCsv.Load(csv), family);
        CbramPreset preset = fit.ToPreset(name ?? NameOf(outFile ?? csv), Path.GetFileName(csv), rest);
        if (extrapolation is { } volts)
        {
            preset = fit.WithTable(preset, Path.GetFileName(csv), volts);
        }

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

        if (DriveRange.Of(preset).Problem is { } problem)
        {
            throw new InputException($"With this fit {problem}, which --extrapolation sets.");
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
