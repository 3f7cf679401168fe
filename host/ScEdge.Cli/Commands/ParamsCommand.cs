using System;
using System.Collections.Generic;
using System.CommandLine;
using ScEdge.Cli.Boards;
using ScEdge.Cli.Output;
using ScEdge.Cli.Sessions;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge params</c>: weight registers to and from a board.
/// </summary>
internal static class ParamsCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "params",
        "Move the weight registers of a network between files and a board: one that trains it, or a fresh one, which is then to read with it.",
        AddContents)
    {
        Examples =
        [
            new("params push runs/first --port /dev/ttyUSB0", "the registers of a finished run go to the board"),
            new("params verify runs/first/registers.safetensors", "is that what the only board here holds?"),
            new("params pull now.safetensors --like runs/first", "what the board holds, as a file that eval reads"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        command.Subcommands.Add(Push());
        command.Subcommands.Add(Pull());
        command.Subcommands.Add(Verify());
    }

    private static ExampleCommand Push() => Transfer(
        "push",
        "Replace the board's weights by those of a file; the old ones stay in force until the new ones are whole. A fresh board is configured "
            + "for the network and reads with it.",
        "A run's folder or its registers.safetensors.",
        [new("params push runs/first --port /dev/ttyUSB0", "the registers of a finished run go to the board")],
        (transfer, file) => transfer.Push(WeightsFile.Read(file)));

    private static ExampleCommand Verify() => Transfer(
        "verify",
        "Tell whether the board holds the weights of a file; exit code 3 if it does not.",
        "A run's folder or its registers.safetensors.",
        [new("params verify runs/first/registers.safetensors", "is that what the only board here holds?")],
        (transfer, file) => transfer.Verify(WeightsFile.Read(file)));

    private static ExampleCommand Pull()
    {
        Option<string?> like = new("--like")
        {
            HelpName = "FILE",
            Description = "A run's folder or registers of the same network, whose description is taken. [default: names and shapes alone, "
                + "which eval cannot read]",
        };
        ExampleCommand command = Transfer(
            "pull",
            "Write the board's weights to a file.",
            "The safetensors file to write.",
            [
                new("params pull now.safetensors --like runs/first", "with the names and shapes of that run, as eval reads it"),
                new("params pull now.safetensors", "all weights under one name"),
            ],
            (transfer, file, parse) => transfer.Pull(file, parse.GetValue(like) is { } known ? WeightsFile.Read(known) : null));
        command.Options.Add(like);
        return command;
    }

    private static ExampleCommand Transfer(
        string name, string description, string fileDescription, IReadOnlyList<Example> examples,
        Func<WeightsTransfer, string, DeviceAnswer> move) =>
        Transfer(name, description, fileDescription, examples, (transfer, file, _) => move(transfer, file));

    private static ExampleCommand Transfer(
        string name, string description, string fileDescription, IReadOnlyList<Example> examples,
        Func<WeightsTransfer, string, ParseResult, DeviceAnswer> move)
    {
        Argument<string> file = new("FILE") { HelpName = "FILE", Description = fileDescription };
        PortOptions port = new();
        Option<bool> json = CommandOutput.JsonOption();
        ExampleCommand command = new(name, description) { Examples = examples };
        command.Arguments.Add(file);
        port.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            using InterruptSignal interrupt = new();
            using BoardRequests board = new(port.Address(parse), port.Settings(parse, interrupt.Token));
            DeviceAnswer answer = move(new WeightsTransfer(board), parse.GetRequiredValue(file), parse);
            answer.WriteTo(new CommandOutput(parse), parse.GetValue(json));
        });
        return command;
    }
}
