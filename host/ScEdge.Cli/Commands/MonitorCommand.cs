using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Completions;
using ScEdge.Cli.Monitoring;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge monitor</c>: everything that a board says, and what its work comes to.
/// </summary>
internal static class MonitorCommand
{
    private const double ShortestIntervalSeconds = 0.01;
    private const double LongestIntervalSeconds = 3600;

    private static readonly string[] Kinds = ["text", "log", "telemetry", "frames", "link"];

    private static readonly ExclusivePair[] Exclusives =
    [
        new("--frames", "--only", "--frames and --only exclude each other: write --only frames, or add frames to its list."),
        new("--listen", "--reset"),
    ];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "monitor",
        "Show what a board says: console text, log, frames, and a live account of its work.",
        AddContents)
    {
        WorksUnseen = true,
        Exclusives = Exclusives,
        Details = "A port that another command of this program has, such as a training, is watched without disturbing it; one that the "
            + "monitor has is let go when another command needs it. Lines scroll; on a terminal r resets the board and q ends. The energies "
            + "are those of the modelled circuits, the power at the pace of this board; train and cost tell it at the full speed of the circuits.",
        Examples =
        [
            new("monitor --port /dev/ttyUSB0", "a board on a cable; it is not reset by looking"),
            new("monitor --port tcp://127.0.0.1:4000 --only text,log", "the words of an emulated board"),
            new("monitor --port /dev/ttyUSB0 --log watch.txt", "beside train --port /dev/ttyUSB0: steps, loss, energy, link faults"),
            new("monitor --only frames --hex --log frames.txt", "every frame of the only board here, byte by byte"),
            new("monitor --jsonl --interval 100ms", "for programs"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        PortOptions port = new();
        Option<string?> only = new("--only")
        {
            HelpName = "KIND,...",
            Description = $"Show only some of {string.Join(", ", Kinds)}. [default: all but frames, and nothing twice]",
        };
        only.CompletionSources.Add(static context => CompletionWords.OfList(context, Kinds));
        Option<bool> frames = new("--frames")
        {
            Description = "Show every frame too: hundreds a second while a training runs.", Arity = ArgumentArity.Zero,
        };
        Option<bool> hex = new("--hex") { Description = "Show the bytes of frames and lines too.", Arity = ArgumentArity.Zero };
        Option<string?> log = new("--log") { HelpName = "FILE", Description = "Append what is shown to a file." };
        Option<bool> jsonLines = new("--jsonl") { Description = "Print every event as a line of JSON.", Arity = ArgumentArity.Zero };
        Option<bool> listen = new("--listen") { Description = "Send nothing: only decode what passes.", Arity = ArgumentArity.Zero };
        Option<bool> reset = new("--reset") { Description = "Reset the board first.", Arity = ArgumentArity.Zero };
        Option<bool> once = new("--once")
        {
            Description = "End when the line is lost, or the command that is watched has ended.", Arity = ArgumentArity.Zero,
        };
        Option<string> interval = new("--interval")
        {
            HelpName = "TIME",
            Description = "Time between two reports of the board, and at least between two lines about it.",
            DefaultValueFactory = static _ => "1s",
        };
        port.AddTo(command);
        foreach (Option option in new Option[] { only, frames, hex, log, jsonLines, listen, reset, once, interval })
        {
            command.Options.Add(option);
        }

        command.SetAction(parse =>
        {
            ExclusivePair.Refuse(parse, "monitor", Exclusives);
            using InterruptSignal interrupt = new(endsWithReader: true);
            MonitorOptions options = new()
            {
                Address = port.Address(parse),
                Port = port.Settings(parse, interrupt.Token),
                Only = ReadKinds(parse.GetValue(only)),
                ShowsFrames = parse.GetValue(frames),
                Hex = parse.GetValue(hex),
                LogPath = parse.GetValue(log),
                JsonLines = parse.GetValue(jsonLines),
                Listens = parse.GetValue(listen),
                Resets = parse.GetValue(reset),
                EndsOnLoss = parse.GetValue(once),
                Interval = ReadInterval(parse.GetRequiredValue(interval)),
            };
            using MonitorSession session = new(options, parse.InvocationConfiguration.Output);
            session.Run(interrupt.Token);
        });
    }

    private static HashSet<MonitorKind> ReadKinds(string? text)
    {
        string[] words = text is null ? [] : text.Split(',');
        return words.FirstOrDefault(word => !Kinds.Contains(word)) is { } wrong
            ? throw new InputException($"--only cannot take \"{wrong}\": give some of {string.Join(", ", Kinds)}, separated by commas.")
            : [.. words.Select(word => (MonitorKind)Array.IndexOf(Kinds, word))];
    }

    private static TimeSpan ReadInterval(string text)
    {
        double seconds = UnitParser.Seconds("--interval", text);
        return seconds is >= ShortestIntervalSeconds and <= LongestIntervalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InputException($"--interval cannot take \"{text}\": give a time from 10ms to 3600s.");
    }
}
