using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge device calibrate</c>: the curve p(V) that a board's driver finds, on a simulated cell.
/// </summary>
internal static class DeviceCalibrateCommand
{
    // Below, a calibration takes more pulses than cells endure; above, CalibrationTable gives no bound.
    private const double SmallestTolerance = 1.0 / 256;
    private const double LargestTolerance = 1.0 / 32;

    private static readonly Dictionary<string, CellCondition> Conditions = new(StringComparer.Ordinal)
    {
        ["none"] = CellCondition.Sound,
        ["stuck-set"] = CellCondition.StuckSet,
        ["stuck-reset"] = CellCondition.StuckReset,
        ["disconnected"] = CellCondition.Disconnected,
        ["reversed"] = CellCondition.Reversed,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Option<string> cbram = new("--cbram") { HelpName = "NAME|FILE", Description = "Device of the simulated cell, see scedge presets.", DefaultValueFactory = static _ => "jo2009" };
        cbram.CompletionSources.Add([.. PresetCatalog.BuiltIn.Select(one => one.Name)]);
        Option<string> fault = new("--fault")
        {
            HelpName = string.Join('|', Conditions.Keys),
            Description = "What is wrong with the cell.",
            CustomParser = static result => ValueParser.Choice(result, Conditions.Keys),
            DefaultValueFactory = static _ => "none",
        };
        fault.CompletionSources.Add([.. Conditions.Keys]);
        Option<double> tolerance = new("--tolerance")
        {
            HelpName = "P",
            Description = "Largest error of the probability at the nine voltages that are kept, such as 1/32.",
            CustomParser = ValueParser.Number,
            DefaultValueFactory = static _ => 1.0 / 32,
        };
        Option<int> seed = new("--seed") { HelpName = "N", Description = "Seed of switching and noise.", CustomParser = ValueParser.Whole, DefaultValueFactory = static _ => 1 };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("calibrate", "Show how a board's driver calibrates a cell; on a simulated front end, without a board.")
        {
            Examples =
            [
                new("device calibrate", "the voltages it finds, the error, the pulses it takes"),
                new("device calibrate --cbram gaba2013 --tolerance 1/64", "another device, half the error, four times the pulses"),
                new("device calibrate --fault reversed", "what it says of a cell with exchanged terminals"),
            ],
        };
        command.Options.Add(cbram);
        command.Options.Add(fault);
        command.Options.Add(tolerance);
        command.Options.Add(seed);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            PresetCatalog.Resolve(parse.GetRequiredValue(cbram)),
            Conditions[parse.GetRequiredValue(fault)],
            parse.GetValue(tolerance),
            parse.GetValue(seed),
            parse.GetValue(json),
            new CommandOutput(parse)));
        return command;
    }

    private static void Run(CbramPreset preset, CellCondition condition, double tolerance, int seed, bool json, CommandOutput output)
    {
        if (!(tolerance is >= SmallestTolerance and <= LargestTolerance))
        {
            throw new InputException($"A tolerance of {tolerance} cannot be used: give --tolerance a number from 1/256 to 1/32.");
        }

        CalibrationOutcome outcome = CalibrationSession.Run(preset, condition, tolerance, seed);
        CalibrationSummary summary = new(outcome);
        if (json)
        {
            output.WriteJson(summary.ToJson());
        }
        else
        {
            summary.Write(output.Console);
        }

        // A fault that was asked for and found is what the command is there to show.
        if (condition == CellCondition.Sound && outcome.Fault != CellFault.None)
        {
            throw new InputException($"The device {preset.Name} cannot be calibrated on the simulated front end: choose another with --cbram, or another --tolerance.");
        }
    }
}
