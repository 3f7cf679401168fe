using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Boards.Training;
using ScEdge.Cli.Completions;
using ScEdge.Cli.Parsing;
using ScEdge.Input;
using ScEdge.Link.Addresses;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The options by which <c>train</c> has its updates computed on boards.
/// </summary>
internal sealed class TrainingBoardOptions
{
    private static readonly Dictionary<string, BoardMode> Modes = new()
    {
        ["auto"] = BoardMode.Auto,
        ["resident"] = BoardMode.Resident,
        ["tiled"] = BoardMode.Tiled,
    };

    private readonly PortOptions _options = new();

    private readonly Option<string[]> _ports = new("--port")
    {
        HelpName = "URI",
        Description = "Have the updates computed on a board: a device such as /dev/ttyUSB0 or COM5, tcp://HOST:PORT, "
            + "emulator: with options, or auto. Repeat it to share the tensors among several boards. "
            + "[default: in this program, with the same bits]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _mode = new("--board-mode")
    {
        HelpName = string.Join('|', Modes.Keys),
        Description = "Whether the boards keep the registers, or the host streams them through tile by tile. [default: auto]",
        CustomParser = result => ValueParser.Choice(result, Modes.Keys),
    };

    /// <summary>Makes the options.</summary>
    public TrainingBoardOptions() => _ports.CompletionSources.Add(static _ => CompletionWords.Ports());

    /// <summary>Gets the options.</summary>
    public IEnumerable<Option> All => [_ports, _mode, _options.Baud, _options.KeyFile];

    /// <summary>Reads what a command line gives for them; null without a board.</summary>
    /// <exception cref="UsageException">An option needs a board.</exception>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public TrainingBoards? Read(ParseResult parse)
    {
        string[] ports = parse.GetValue(_ports) ?? [];
        string? mode = parse.GetValue(_mode);
        if (ports.Length == 0)
        {
            return mode is null ? null : throw new UsageException("train", "--board-mode needs a board: give --port.");
        }

        // Every address of an emulator in this process is a board of its own.
        string[] shared = [.. ports.Where(port => PortAddress.Parse(port).Kind != PortKind.Emulator)];
        IGrouping<string, string>? twice = shared.GroupBy(DeviceOf).FirstOrDefault(names => names.Count() > 1);
        return twice is null
            ? new TrainingBoards(ports, Modes[mode ?? "auto"], _options.Settings(parse), new ProgressLines())
            : throw new InputException(twice.Distinct().Count() == 1
                ? "A port is given twice: give each board once."
                : $"{string.Join(" and ", twice.Distinct())} are one port: give each board once.");
    }

    /// <summary>Returns the device behind links, such as those of /dev/serial/by-id, or the address itself.</summary>
    private static string DeviceOf(string address)
    {
        try
        {
            return File.Exists(address)
                ? new FileInfo(address).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(address)
                : address;
        }
        catch (IOException)
        {
            // Whoever opens it says what is wrong.
            return address;
        }
    }
}
