using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Calibration;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Tables;
using ScEdge.Entropy.Cells;
using ScEdge.FrontEnd;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge device calibrate</c>: the curve p(V) that a board's driver finds, on the board's cells or on a simulated one.
/// </summary>
internal static class DeviceCalibrateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        PortOptions port = new("a simulated cell");
        Option<int?> cell = new("--cell")
        {
            HelpName = "N",
            Description = "The only cell of the board to be calibrated or shown. [default: all]",
            CustomParser = static result => ValueParser.Whole(result),
        };
        Option<bool> show = new("--show")
        {
            Description = "Show the tables that the board has, and how far a calibration is that goes on without this program.",
        };
        SimulatedCellOptions simulated = new();
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("calibrate", "Let a board calibrate its CBRAM cells and show what it finds; without --port, a simulated cell.")
        {
            IsIdle = (given, name) => (given.ContainsKey("--port") ? simulated.All : [cell, show, port.Baud, port.KeyFile])
                .Any(option => option.Name == name),
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
        foreach (Option option in simulated.All.Prepend(show).Prepend(cell).Append(json))
        {
            command.Options.Add(option);
        }

        command.SetAction(parse =>
        {
            CommandOutput output = new(parse);
            if (!port.HasPort(parse))
            {
                RequireNone(parse, [cell, show, port.Baud, port.KeyFile], "is about the cells of a board: give its --port.");
                RunSimulated(simulated.Calibrate(parse), simulated.Condition(parse), parse.GetValue(json), output);
                return;
            }

            RequireNone(parse, simulated.All, "is about the simulated cell: leave it out, or --port.");
            using InterruptSignal interrupt = new();
            using BoardRequests board = new(port.Address(parse), port.Settings(parse, interrupt.Token));
            RunOnBoard(board, parse.GetValue(cell), parse.GetValue(show)).WriteTo(output, parse.GetValue(json));
        });
        return command;
    }

    private static void RequireNone(ParseResult parse, IEnumerable<Option> options, string reason)
    {
        if (options.FirstOrDefault(parse.IsGiven) is { } wrong)
        {
            throw new UsageException("device calibrate", $"{wrong.Name} {reason}");
        }
    }

    private static DeviceAnswer RunOnBoard(BoardRequests board, int? cell, bool isShown)
    {
        BoardCalibration calibration = new(board, cell);
        IReadOnlyList<CellReport> cells = isShown ? calibration.Read() : calibration.Calibrate();
        CellSummary summary = new(board.Name, board.Do(client => client.GetCapabilities()).Name, cells);
        return new DeviceAnswer(summary.ToJson(), summary.Write) { Failure = isShown ? null : summary.Failure };
    }

    private static void RunSimulated(CalibrationOutcome outcome, CellCondition condition, bool json, CommandOutput output)
    {
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
            throw new InputException(
                $"The device {outcome.Preset} cannot be calibrated on the simulated front end: choose another with --cbram, or another --tolerance.");
        }
    }
}
