using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Cli.Sessions;
using ScEdge.Cli.Tables;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Protocol.Messages;
using ScEdge.Protocol.Messages.Capabilities;
using ScEdge.Protocol.Messages.Service;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge device</c>: what a board is and how it is, and what can be done to it.
/// </summary>
internal static class DeviceCommand
{
    private const int MostEntropyBytes = 100_000_000;

    private static readonly (SelfTests Test, string Name)[] Tests =
    [
        (SelfTests.Check, "CRC-32"), (SelfTests.Words, "random words"), (SelfTests.Optimizer, "optimiser"),
        (SelfTests.Storage, "storage"), (SelfTests.Entropy, "entropy"),
    ];

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "device", "Ask a board about itself, test it, draw from its entropy, save, restore and reset it.", AddContents)
    {
        Examples =
        [
            new("device info --port /dev/ttyUSB0", "what the board is, holds and does"),
            new("device entropy --bytes 1000000 --out random.bin", "bytes of its best source, of the only board here"),
            new("device selftest --port emulator:", "the emulated board, without a line"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        command.Subcommands.Add(Request("info", "What the board is, holds and does.", Info, "of the only board here"));
        command.Subcommands.Add(Request(
            "selftest", "Let the board compare what it computes with what every board must compute.", SelfTest, "exit code 3 if it fails"));
        command.Subcommands.Add(Entropy());
        command.Subcommands.Add(DeviceCalibrateCommand.Create());
        command.Subcommands.Add(Request(
            "checkpoint", "Let the board write configuration and state to its storage.", Save, "before its power is cut"));
        command.Subcommands.Add(Request(
            "restore", "Let the board load configuration and state from its storage.", Restore, "as it was at its last checkpoint"));
        command.Subcommands.Add(Request(
            "reset", "Let the board start anew; it loses its registers and keeps its storage.", Reset, "and wait until it answers again"));
    }

    private static ExampleCommand Request(string name, string description, Func<BoardRequests, DeviceAnswer> ask, string meaning)
    {
        PortOptions port = new();
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new(name, description)
        {
            Examples =
            [
                new($"device {name}", meaning),
                new($"device {name} --port /dev/ttyUSB0 --json", "of that board, as JSON"),
            ],
        };
        port.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            using InterruptSignal interrupt = new();
            using BoardRequests board = new(port.Address(parse), port.Settings(parse, interrupt.Token));
            ask(board).WriteTo(new CommandOutput(parse), parse.GetValue(json));
        });
        return command;
    }

    private static ExampleCommand Entropy()
    {
        PortOptions port = new();
        Option<int> source = new("--source")
        {
            HelpName = "N",
            Description = "Index of the source, the best one first.",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = static _ => 0,
        };
        Option<int> count = new("--bytes")
        {
            HelpName = "N",
            Description = "Bytes to draw.",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = static _ => 4096,
        };
        Option<string?> file = new("--out") { HelpName = "FILE", Description = "Write the bytes to a file." };
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new("entropy", "Draw bytes from an entropy source of the board and look at them.")
        {
            Examples =
            [
                new("device entropy", "a look at its best source"),
                new("device entropy --source 1 --bytes 1000000 --out random.bin", "bytes of the second one for a test of randomness"),
            ],
        };
        port.AddTo(command);
        command.Options.Add(source);
        command.Options.Add(count);
        command.Options.Add(file);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            int bytes = parse.GetValue(count);
            if (bytes is < 1 or > MostEntropyBytes)
            {
                throw new InputException($"{bytes} bytes cannot be drawn: give --bytes a number from 1 to {MostEntropyBytes}.");
            }

            using InterruptSignal interrupt = new();
            using BoardRequests board = new(port.Address(parse), port.Settings(parse, interrupt.Token));
            Draw(board, parse.GetValue(source), bytes, parse.GetValue(file)).WriteTo(new CommandOutput(parse), parse.GetValue(json));
        });
        return command;
    }

    private static DeviceAnswer Info(BoardRequests board)
    {
        BoardSummary summary = new(board.Name, board.Do(client => client.GetCapabilities()), board.Do(client => client.GetStatus()));
        return new DeviceAnswer(summary.ToJson(), summary.Write);
    }

    private static DeviceAnswer SelfTest(BoardRequests board)
    {
        RunSelfTestResponse answer = board.Do(client => client.RunSelfTest());
        string[] run = NamesOf(answer.Run);
        string[] failed = NamesOf(answer.Failed);
        return DeviceAnswer.Sentence(
            new { Port = board.Name, Run = WordsOf(answer.Run), Failed = WordsOf(answer.Failed) },
            failed.Length == 0 ? $"Passed: {string.Join(", ", run)}." : $"Run: {string.Join(", ", run)}.") with
        {
            Failure = failed.Length == 0
                ? null
                : $"The board on {board.Name} fails its self test of {string.Join(", ", failed)}: reset it and repeat; "
                    + "if it fails again, flash its firmware anew.",
        };
    }

    private static string[] WordsOf(SelfTests tests) => [.. Tests.Where(row => (tests & row.Test) != 0).Select(row => CommandJson.Word(row.Test))];

    private static string[] NamesOf(SelfTests tests) => [.. Tests.Where(row => (tests & row.Test) != 0).Select(row => row.Name)];

    private static DeviceAnswer Draw(BoardRequests board, int source, int count, string? file)
    {
        GetCapabilitiesResponse capabilities = board.Do(client => client.GetCapabilities());
        if (source < 0 || source >= capabilities.EntropySourceCount)
        {
            throw new InputException(
                $"The board on {board.Name} has no entropy source {source}: give --source a number from 0 to {capabilities.EntropySourceCount - 1}.");
        }

        // The board draws words; what is over is dropped.
        byte[] bytes = board.Do(client => client.GetEntropy(source, (count + 3) & ~3))[..count];
        if (file is not null)
        {
            AtomicFile.Write(file, stream => stream.Write(bytes));
        }

        EntropySummary summary = new(
            bytes, source, BoardSummary.QualityName(capabilities.EntropyQualities[source]), capabilities.MinEntropies[source] / 65536.0);
        return new DeviceAnswer(summary.ToJson(), summary.Write);
    }

    private static DeviceAnswer Save(BoardRequests board)
    {
        SaveCheckpointResponse saved = board.Do(client => client.SaveCheckpoint());
        return DeviceAnswer.Sentence(
            new { Port = board.Name, Bytes = saved.Length, StateCheck = Hex(saved.StateCheck) },
            string.Create(CultureInfo.InvariantCulture, $"Saved {saved.Length:N0} bytes, state {Hex(saved.StateCheck)}."));
    }

    private static DeviceAnswer Restore(BoardRequests board)
    {
        RestoreCheckpointResponse restored = board.Do(client => client.RestoreCheckpoint());
        return DeviceAnswer.Sentence(
            new
            {
                Port = board.Name,
                restored.StepsDone,
                ConfigurationCheck = Hex(restored.ConfigurationCheck),
                StateCheck = Hex(restored.StateCheck),
            },
            string.Create(
                CultureInfo.InvariantCulture,
                $"Restored the state after {restored.StepsDone:N0} steps, state {Hex(restored.StateCheck)}."));
    }

    private static DeviceAnswer Reset(BoardRequests board)
    {
        // A started board is known by its new session: its time may be more than it was before.
        GetStatusResponse status = board.Do(client => client.GetStatus());
        int session = board.Sessions;
        board.Do(client =>
        {
            client.Reset();
            return true;
        });
        do
        {
            status = board.Do(client => client.GetStatus());
        }
        while (board.Sessions == session);
        return DeviceAnswer.Sentence(
            new { Port = board.Name, UptimeSeconds = status.UptimeMicroseconds / 1e6 },
            status.Mode == RegisterMode.Reading
                ? "The board was reset and answers; it reads with the network that it had stored."
                : "The board was reset and answers; it holds no registers.");
    }

    private static string Hex(uint check) => check.ToString("x8", CultureInfo.InvariantCulture);
}
