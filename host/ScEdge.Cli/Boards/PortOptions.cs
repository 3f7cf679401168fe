using System.CommandLine;
using System.Threading;
using ScEdge.Boards.Connections;
using ScEdge.Cli.Completions;
using ScEdge.Cli.Parsing;
using ScEdge.Input;
using ScEdge.Link.Keys;
using ScEdge.Link.Serial;

namespace ScEdge.Cli.Boards;

/// <summary>
/// The options by which a command finds a board.
/// </summary>
internal sealed class PortOptions
{
    private const int MostBaud = 12_000_000;

    private readonly Option<string> _port;

    private readonly Option<int> _baud = new("--baud")
    {
        HelpName = "RATE",
        Description = "Speed of a serial port, kept as it is; baud. [default: found, then raised as far as board and line go]",
        CustomParser = ValueParser.Whole,
    };

    private readonly Option<string?> _keyFile = KeyFileOption();

    /// <summary>Makes the options.</summary>
    /// <param name="withoutPort">What the command does where no port is given; null where it takes the only board here.</param>
    public PortOptions(string? withoutPort = null)
    {
        _port = new Option<string>("--port")
        {
            HelpName = "URI",
            Description = "The board: a device such as /dev/ttyUSB0 or COM5, tcp://HOST:PORT, emulator: with options, or auto."
                + (withoutPort is null ? "" : $" [default: none, {withoutPort}]"),
            DefaultValueFactory = withoutPort is null ? static _ => "auto" : null,
        };
        _port.CompletionSources.Add(static _ => CompletionWords.Ports());
    }

    /// <summary>Makes the option for the key of a TCP line.</summary>
    public static Option<string?> KeyFileOption() => new("--key-file")
    {
        HelpName = "FILE",
        Description = $"The key that both ends of a TCP line prove to know. [default: the variable {PreSharedKey.DefaultVariable}]",
    };

    /// <summary>Reads the key of a TCP line, null where none is given.</summary>
    public static PreSharedKey? Key(string? file) => file is null ? PreSharedKey.FromEnvironment() : PreSharedKey.FromFile(file);

    /// <summary>Gets the option for the speed of a serial port.</summary>
    public Option Baud => _baud;

    /// <summary>Gets the option for the key of a TCP line.</summary>
    public Option KeyFile => _keyFile;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_baud);
        command.Options.Add(_keyFile);
    }

    /// <summary>Returns whether a board was named.</summary>
    public bool HasPort(ParseResult parse) => parse.IsGiven(_port);

    /// <summary>Returns the address of the board.</summary>
    public string Address(ParseResult parse) => parse.GetRequiredValue(_port);

    /// <summary>Returns how it is reached by a command that loses nothing when it ends at once.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="cancellation">Ends the waiting for the board.</param>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public BoardPortSettings Settings(ParseResult parse, CancellationToken cancellation) =>
        Settings(parse) with { Interruption = new Interruption(cancellation) };

    /// <summary>Returns how it is reached.</summary>
    /// <exception cref="InputException">A value cannot be used.</exception>
    public BoardPortSettings Settings(ParseResult parse)
    {
        int baud = parse.IsGiven(_baud) ? parse.GetValue(_baud) : new SerialSettings().BitsPerSecond;
        return baud is >= 1 and <= MostBaud
            ? new BoardPortSettings
            {
                Serial = new SerialSettings { BitsPerSecond = baud },
                FindsSpeed = !parse.IsGiven(_baud),
                Key = Key(parse.GetValue(_keyFile)),
            }
            : throw new InputException($"{baud} baud cannot be used: give --baud a whole number from 1 to {MostBaud}.");
    }
}
