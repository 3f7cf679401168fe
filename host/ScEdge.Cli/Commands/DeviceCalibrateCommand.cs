using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Cbram.Presets;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge device calibrate</c>: the curve p(V) that a board's driver finds, on the board's cells or on a simulated one.
/// </summary>
internal static class DeviceCalibrateCommand
{
    // Below, a calibration takes more pulses than cells endure; above, CalibrationTable gives no bound.
    private const double SmallestTolerance = 1.0 / 256;
    private const double LargestTolerance = 1.0 / 32;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        PortOptions port = new("a simulated cell");
        Option<int?> cell = new("--cell") { HelpName = "N", Description = "The only cell of the board to be calibrated or shown. [default: all]", CustomParser = static result => ValueParser.Whole(result) };
        Option<bool> show = new("--show") { Description = "Show the tables that the board has, without a calibration." };
        Option<string> cbram = new("--cbram") { HelpName = "NAME|FILE", Description = "Device of the simulated cell, see scedge presets.", DefaultValueFactory = static _ => "jo2009" };
        cbram.CompletionSources.Add([.. PresetCatalog.BuiltIn.Select(one => one.Name)]);
        Option<string> fault = new("--fault")
        {
            HelpName = string.Join('|', ConditionText.All.Keys),
            Description = "What is wrong with the cell.",
            CustomParser = static result => ValueParser.Choice(result, ConditionText.All.Keys),
            DefaultValueFactory = static _ => "none",
        };
        fault.CompletionSources.Add([.. ConditionText.All.Keys]);
        Option<double> tolerance = new("--tolerance")
        {
            HelpName = "P",
            Description = "Largest error of the probability at the nine voltages that are kept, such as 1/32.",
            CustomParser = ValueParser.Number,
            DefaultValueFactory = static _ => 1.0 / 32,
        };
        Option<int> seed = new("--seed") { HelpName = "N", Description = "Seed of switching and noise.", CustomParser = ValueParser.Whole, DefaultValueFactory = static _ => 1 };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("calibrate", "Let a board calibrate its CBRAM cells and show what it finds; without --port, on a simulated cell. An interrupted board goes on by itself.")
        {
            Examples =
            [
                new("device calibrate --port /dev/ttyUSB0", "all cells of the board, one after the other"),
                new("device calibrate --port /dev/ttyUSB0 --show", "the tables it has"),
                new("device calibrate", "a simulated cell: the voltages, the error, the pulses it takes"),
                new("device calibrate --cbram gaba2013 --tolerance 1/64", "another device, half the error, four times the pulses"),
                new("device calibrate --fault reversed", "what it says of a cell with exchanged terminals"),
            ],
        };
        port.AddTo(command);
        command.Options.Add(cell);
        command.Options.Add(show);
        command.Options.Add(cbram);
        command.Options.Add(fault);
        command.Options.Add(tolerance);
        command.Options.Add(seed);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            bool isOnBoard = port.HasPort(parse);
            Option[] ofTheOther = isOnBoard ? [cbram, fault, tolerance, seed] : [cell, show, port.Baud, port.KeyFile];
            if (ofTheOther.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false }) is { } wrong)
            {
                throw new UsageException("device calibrate", isOnBoard
                    ? $"{wrong.Name} is about the simulated cell: leave it out, or --port."
                    : $"{wrong.Name} is about the cells of a board: give its --port.");
            }

            if (isOnBoard)
            {
                using BoardRequests board = new(port.Address(parse), port.Settings(parse));
                RunOnBoard(board, parse.GetValue(cell), parse.GetValue(show)).WriteTo(new CommandOutput(parse), parse.GetValue(json));
                return;
            }

            Run(
                PresetCatalog.Resolve(parse.GetRequiredValue(cbram)),
                ConditionText.All[parse.GetRequiredValue(fault)],
                parse.GetValue(tolerance),
                parse.GetValue(seed),
                parse.GetValue(json),
                new CommandOutput(parse));
        });
        return command;
    }

    private static DeviceAnswer RunOnBoard(BoardRequests board, int? cell, bool isShown)
    {
        BoardCalibration calibration = new(board, cell);
        IReadOnlyList<CellReport> cells = isShown ? calibration.Read() : calibration.Calibrate();
        CellSummary summary = new(board.Name, board.Do(client => client.GetCapabilities()).Board, cells);
        return new DeviceAnswer(summary.ToJson(), summary.Write) { Failure = isShown ? null : summary.Failure };
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
