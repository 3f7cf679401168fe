using System.CommandLine;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Flashing;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Input;
using ScEdge.Link.Serial;
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
        Option<string> image = new("--image") { HelpName = "FILE", Description = "The .bin that the build of the firmware leaves.", Required = true };
        Option<string> link = new("--link")
        {
            HelpName = "URI",
            Description = $"Where the flashed board must answer: another port than that of the boot loader (hw-docs/firmware.md), auto, or {NoLink}.",
            DefaultValueFactory = static _ => "auto",
        };
        Option<bool> dryRun = new("--dry-run") { Description = "Print the commands and touch nothing." };
        command.Options.Add(target);
        command.Options.Add(port);
        command.Options.Add(image);
        command.Options.Add(link);
        command.Options.Add(dryRun);
        command.SetAction(parse => Run(
            new FlashPlan(FlashTarget.Parse(parse.GetRequiredValue(target)), parse.GetRequiredValue(port), parse.GetRequiredValue(image)),
            parse.GetRequiredValue(link),
            parse.GetValue(dryRun),
            new CommandOutput(parse)));
    }

    private static void Run(FlashPlan plan, string link, bool dryRun, CommandOutput output)
    {
        bool asks = link != NoLink;
        if (dryRun)
        {
            foreach (string line in plan.Calls.Select(FlashPlan.Line))
            {
                output.WriteText(line);
            }

            if (asks)
            {
                output.WriteText($"scedge device info --port {CommandText.Quote(link)}");
            }

            return;
        }

        plan.Check();
        string tool = FlashTool.Find(FlashTool.Folders);
        Write(plan, tool, output);
        output.WriteText(asks ? Answer(link) : "The board was flashed; it was not asked who it is.");
    }

    /// <summary>Runs the tool while the port is kept from other commands; the board may answer on the same one afterwards.</summary>
    private static void Write(FlashPlan plan, string tool, CommandOutput output)
    {
        using PortLock held = PortLock.Take(plan.Port);
        foreach (var call in plan.Calls)
        {
            output.WriteText(FlashPlan.Line(call));
            output.Flush();
            FlashTool.Run(tool, call);
        }
    }

    private static string Answer(string link)
    {
        try
        {
            using BoardRequests board = new(link, new BoardPortSettings { Key = PortOptions.Key(file: null) });
            GetCapabilitiesResponse capabilities = board.Do(client => client.GetCapabilities());
            uint version = capabilities.FirmwareVersion;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Flashed, and {capabilities.Name} answers on {board.Name}: firmware {version >> 16}.{(version >> 8) & 0xFF}.{version & 0xFF}.");
        }
        catch (InputException problem)
        {
            throw new InputException($"The board was flashed and does not answer on {link}: {problem.Message}");
        }
    }
}
