using System.Collections.Generic;
using System.CommandLine;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Emulation;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;
using ScEdge.Emulator.Boards;
using ScEdge.Link.Addresses;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge emulate</c>: a board without a board.
/// </summary>
internal static class EmulateCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "emulate",
        "Run an emulated board, the same code as on a chip, on a serial line that other programs open.",
        AddContents)
    {
        WorksUnseen = true,
        Details = "Ends on Ctrl-C or SIGTERM, with exit code 0.",
        Examples =
        [
            new("emulate --link ./board", "a board on a pseudo-terminal with a name; scedge monitor --port ./board"),
            new("emulate --tcp 127.0.0.1:4000 --storage board.bin", "a board on TCP whose checkpoints outlive it"),
            new("emulate --link ./board --front-end jo2009", "a board with cells; scedge device calibrate --port ./board"),
            new("emulate --tcp 127.0.0.1:0 --json", "for programs: the first line has the address"),
            new("emulate --baud 921600 --latency 5ms --faults drop=0.01,reset=30s@1", "a real line on a bad day"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<bool> terminal = new("--pty")
        {
            Description = "Offer the board on a pseudo-terminal (Linux, macOS). [default: on, unless --tcp is given]",
            Arity = ArgumentArity.Zero,
        };
        Option<string?> link = new("--link") { HelpName = "PATH", Description = "A symbolic link to the pseudo-terminal; removed at the end." };
        Option<string?> tcp = new("--tcp")
        {
            HelpName = "HOST:PORT",
            Description = "Offer the board on TCP; port 0 takes any free one. Beyond 127.0.0.1 only with a key.",
        };
        Option<string?> keyFile = PortOptions.KeyFileOption();
        Option<string?>[] values =
        [
            new("--memory")
            {
                HelpName = "BYTES",
                Description = $"Memory for configurations and images. [default: {new EmulatorSettings().MemoryBytes}]",
            },
            new("--baud") { HelpName = "RATE", Description = "Let the line take its time, ten bits for a byte. [default: none]" },
            new("--latency") { HelpName = "TIME", Description = "Time of a byte from one end to the other, such as 5ms. [default: none]" },
            new("--faults")
            {
                HelpName = "SCRIPT",
                Description = "What goes wrong, such as drop=0.01,corrupt=0.01,stall=0.01:50ms,reset=30s@42: hw-docs/link.md.",
            },
            new("--entropy")
            {
                HelpName = "replay|rng",
                Description = "Random words of a formula, or of this computer's generator. [default: replay]",
            },
            new("--front-end")
            {
                HelpName = "NAME",
                Description = "Simulated CBRAM cells, of a device of scedge presets; faults of cells behind it: jo2009+1=stuck-set+3=reversed. "
                    + "[default: none]",
            },
            new("--storage")
            {
                HelpName = "FILE",
                Description = "Keep checkpoints of the board in a file, tables of its cells beside it. [default: in memory]",
            },
        ];
        Option<bool> json = new(CommandOutput.JsonName) { Description = "Print every event as a line of JSON, where the board is first." };
        command.Options.Add(terminal);
        command.Options.Add(link);
        command.Options.Add(tcp);
        command.Options.Add(keyFile);
        foreach (Option<string?> value in values)
        {
            command.Options.Add(value);
        }

        command.Options.Add(json);

        command.SetAction(parse =>
        {
            string? linkPath = parse.GetValue(link);
            string? address = parse.GetValue(tcp);
            bool hasTerminal = parse.GetValue(terminal) || linkPath is not null || address is null;
            using InterruptSignal interrupt = new(endsWithReader: true);
            using EmulationSession session = new(
                Settings(parse, values),
                hasTerminal,
                linkPath,
                address is null ? null : PortAddress.ParseTcp(address),
                address is null ? null : PortOptions.Key(parse.GetValue(keyFile)),
                new EmulationOutput(parse.InvocationConfiguration.Output, parse.GetValue(json)));
            session.Run(interrupt.Token);
        });
    }

    private static EmulatorSettings Settings(ParseResult parse, IEnumerable<Option<string?>> values)
    {
        EmulatorSettings settings = new();
        foreach (Option<string?> value in values)
        {
            settings = parse.GetValue(value) is { } text ? EmulatorText.With(settings, value.Name[2..], text) : settings;
        }

        return settings;
    }
}
