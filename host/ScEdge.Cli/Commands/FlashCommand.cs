using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Completions;
using ScEdge.Cli.Flashing;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Tables;
using ScEdge.Input;
using ScEdge.Link.Addresses;
using ScEdge.Link.Serial;
using ScEdge.Link.Watching;
using ScEdge.Protocol.Messages.Capabilities;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge flash</c>: puts runtime and firmware on a board.
/// </summary>
internal static class FlashCommand
{
    // The link that need not be there: the board is flashed and not asked.
    private const string NoLink = "none";

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "flash", $"Put runtime and firmware on a board with the tool {FlashTool.Name}, then ask the board who it is.", AddContents)
    {
        Examples =
        [
            new("flash --target esp32 --port /dev/ttyUSB0 --image ScEdge.Firmware.bin --link /dev/ttyUSB1", "an ESP32 with a second USB-UART"),
            new("flash --target esp32-s3 --port COM5 --image ScEdge.Firmware.bin --dry-run", "only show what would be done"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<string> target = new("--target")
        {
            HelpName = "BOARD",
            Description = $"The board: {string.Join(", ", FlashTarget.Known.Select(known => known.Board))}, "
                + $"or a runtime that {FlashTool.Name} --listtargets names.",
            Required = true,
        };
        target.CompletionSources.Add([.. FlashTarget.Known.Select(known => known.Board)]);
        Option<string> port = new("--port")
        {
            HelpName = "DEVICE",
            Description = "Serial port of the board's boot loader, such as /dev/ttyUSB0 or COM5.",
            Required = true,
        };
        port.CompletionSources.Add(static _ => CompletionWords.Devices());
        Option<string> image = new("--image") { HelpName = "FILE", Description = "The .bin that the build of the firmware leaves.", Required = true };
        Option<string> link = new("--link")
        {
            HelpName = "URI",
            Description = $"Where the flashed board must answer: another port than that of the boot loader (hw-docs/firmware.md), auto, or {NoLink}.",
            DefaultValueFactory = static _ => "auto",
        };
        link.CompletionSources.Add(static _ => CompletionWords.Ports());
        Option<int> baud = new("--baud")
        {
            HelpName = "RATE",
            Description = $"Speed of the boot loader, for adapters that cannot take {FlashTool.Name}'s own. [default: 1500000]",
            CustomParser = ValueParser.Whole,
        };
        Option<int> flash = new("--flash-size")
        {
            HelpName = "MB", Description = "Flash of the board; MB.", CustomParser = ValueParser.Whole, DefaultValueFactory = static _ => 4,
        };
        Option<bool> dryRun = new("--dry-run") { Description = "Check the image, print the commands and touch nothing." };
        Option<bool> json = CommandOutput.JsonOption();
        command.Options.Add(target);
        command.Options.Add(port);
        command.Options.Add(image);
        command.Options.Add(link);
        command.Options.Add(baud);
        command.Options.Add(flash);
        command.Options.Add(dryRun);
        command.Options.Add(json);
        command.SetAction(parse => Run(
            new FlashPlan(
                FlashTarget.Parse(parse.GetRequiredValue(target)),
                parse.GetRequiredValue(port),
                parse.GetRequiredValue(image),
                parse.IsGiven(baud) ? Baud(parse.GetValue(baud)) : null,
                parse.GetValue(flash)),
            parse.GetRequiredValue(link),
            parse.GetValue(dryRun),
            parse.GetValue(json),
            new CommandOutput(parse)));
    }

    private static int Baud(int baud) => baud >= 9600
        ? baud
        : throw new InputException($"{baud} baud cannot be used: give --baud 9600 or more, such as 460800.");

    private static void Run(FlashPlan plan, string link, bool dryRun, bool json, CommandOutput output)
    {
        bool asks = link != NoLink;
        plan.Check(isBoardNeeded: !dryRun);
        IReadOnlyList<IReadOnlyList<string>> commands = [.. plan.Calls.Select(static call => (string[])[FlashTool.Name, .. call])];
        if (dryRun)
        {
            string[] question = ["scedge", "device", "info", "--port", link];
            Write(output, json, [.. commands, .. asks ? new[] { question } : []], null, null, plan.Target.Reason);
            return;
        }

        string tool = FlashTool.Find(FlashTool.Folders);
        RunTool(plan, tool, json, output);
        (string? port, GetCapabilitiesResponse? board) = asks ? Ask(link) : (null, null);
        if (json)
        {
            Write(output, json, commands, port, board);
        }
        else
        {
            output.WriteText(board is null
                ? "The board was flashed; it was not asked who it is."
                : $"Flashed, and {board.Name} answers on {port}: firmware {BoardSummary.VersionText(board.FirmwareVersion)}.");
        }
    }

    /// <summary>Runs the tool while the port is kept from other commands; the board may answer on the same one afterwards.</summary>
    private static void RunTool(FlashPlan plan, string tool, bool json, CommandOutput output)
    {
        PortHolder.Ask(PortAddress.Serial(plan.Port));
        using PortLock held = PortLock.Take(plan.Port);
        foreach (IReadOnlyList<string> call in plan.Calls)
        {
            if (!json)
            {
                output.WriteText(FlashPlan.Line(call));
                output.Flush();
            }

            FlashTool.Run(tool, call, isAside: json);
        }
    }

    private static void Write(
        CommandOutput output,
        bool json,
        IReadOnlyList<IReadOnlyList<string>> commands,
        string? port,
        GetCapabilitiesResponse? board,
        string reason = "")
    {
        if (json)
        {
            output.WriteJson(new
            {
                Commands = commands,
                Port = port,
                Board = board?.Name,
                Firmware = board is null ? null : BoardSummary.VersionText(board.FirmwareVersion),
            });
            return;
        }

        foreach (IReadOnlyList<string> command in commands)
        {
            output.WriteText(string.Join(' ', command.Select(CommandText.Quote)));
        }

        if (reason.Length > 0)
        {
            output.WriteText(reason);
        }
    }

    private static (string Port, GetCapabilitiesResponse Board) Ask(string link)
    {
        try
        {
            using InterruptSignal interrupt = new();
            using BoardRequests board = new(
                link, new BoardPortSettings { Key = PortOptions.Key(file: null), Interruption = new Interruption(interrupt.Token) });
            return (board.Name, board.Do(client => client.GetCapabilities()));
        }
        catch (InputException problem)
        {
            throw new InputException($"The board was flashed and does not answer on {link}: {problem.Message}");
        }
    }
}
