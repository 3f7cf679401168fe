using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Emulator.Line.Terminals;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class EmulateCommandTests
{
    private const string Ready = "board ready on ";

    [Fact]
    public void Emulate_OnAPseudoTerminal_AnswersAndTakesItsLinkAway()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            return;
        }

        using TemporaryFolder folder = new();
        using EmulatorProcess board = EmulatorProcess.Start(folder.Path, "emulate", "--link", "board", "--memory", "60000", "--entropy", "rng");
        Assert.StartsWith("/dev/", board.Await(Ready), StringComparison.Ordinal);
        board.AwaitText("emulated board ready, 60000 bytes");

        // The commands run here, each with a session of its own.
        string port = folder.At("board");
        JsonElement info = CommandInvocation.Run(DeviceCommand.Create(), "info", "--port", port, "--json").Json;
        Assert.Equal(60000, info.GetProperty("heap_bytes").GetInt32());
        Assert.Equal("pseudo", info.GetProperty("entropy")[0].GetProperty("quality").GetString());
        Assert.Contains("Passed", CommandInvocation.Run(DeviceCommand.Create(), "selftest", "--port", port).Output, StringComparison.Ordinal);
        Assert.Contains("was reset", CommandInvocation.Run(DeviceCommand.Create(), "reset", "--port", port).Output, StringComparison.Ordinal);
        board.AwaitText("the board was reset");

        Assert.Equal(0, board.End("TERM"));
        Assert.False(Path.Exists(port));
        Assert.Null(new FileInfo(port).LinkTarget);
    }

    [Fact]
    public void Emulate_OnTcp_IsWatchedByMonitor()
    {
        using TemporaryFolder folder = new();
        using EmulatorProcess board = EmulatorProcess.Start(folder.Path, "emulate", "--tcp", "127.0.0.1:0");
        string port = board.Await(Ready);
        Assert.StartsWith("tcp://127.0.0.1:", port, StringComparison.Ordinal);

        using EmulatorProcess monitor = EmulatorProcess.Start(
            folder.Path, "monitor", "--port", port, "--jsonl", "--frames", "--interval", "20ms", "--log", "log.jsonl", "--hex");
        monitor.AwaitText("\"kind\":\"telemetry\"");
        monitor.AwaitText("GetCapabilities answer");
        monitor.AwaitText("host connected");
        board.AwaitText("is connected");
        Assert.Equal(0, monitor.End("INT"));
        board.AwaitText("host lost");
        Assert.Equal(0, board.End("INT"));

        JsonElement[] events = [.. File.ReadLines(folder.At("log.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        JsonElement telemetry = events.First(one => one.GetProperty("kind").GetString() == "telemetry");
        Assert.True(telemetry.GetProperty("device_seconds").GetDouble() > 0);
        Assert.Equal(90000, telemetry.GetProperty("fields").GetProperty("free_bytes").GetInt32());
        Assert.StartsWith(
            "0100",
            events.First(one => one.GetProperty("kind").GetString() == "frames").GetProperty("hex").GetString(),
            StringComparison.Ordinal);
    }

    // It once took its own session for another host's for eleven seconds.
    [Fact]
    public void Monitor_ResetOverTcp_HasItsNextSessionAtOnce()
    {
        using TemporaryFolder folder = new();
        using EmulatorProcess board = EmulatorProcess.Start(folder.Path, "emulate", "--tcp", "127.0.0.1:0");
        string port = board.Await(Ready);
        using EmulatorProcess monitor = EmulatorProcess.Start(
            folder.Path, "monitor", "--port", port, "--jsonl", "--only", "link", "--reset", "--log", "log.jsonl");
        monitor.AwaitText("the board was told to reset");
        monitor.AwaitText("session open", times: 2);
        board.AwaitText("the board was reset");
        Assert.Equal(0, monitor.End("INT"));

        JsonElement[] events = [.. File.ReadLines(folder.At("log.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        DateTime[] opened = [.. events.Where(one => one.GetProperty("words").GetString() == "session open")
            .Select(one => one.GetProperty("time").GetDateTime())];
        Assert.InRange(opened[1] - opened[0], TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(events, one => one.GetProperty("words").GetString()!.Contains("another host", StringComparison.Ordinal));
    }

    [Fact]
    public void Monitor_OfABoardThatIsKilledAndStartedAgain_GoesOn()
    {
        if (!PseudoTerminalLink.IsSupported)
        {
            return;
        }

        using TemporaryFolder folder = new();
        using EmulatorProcess first = EmulatorProcess.Start(folder.Path, "emulate", "--link", "board", "--tcp", "127.0.0.1:0");
        string tcp = "tcp" + first.Await(Ready + "tcp");
        using EmulatorProcess monitor = EmulatorProcess.Start(folder.Path, "monitor", "--port", "./board", "--jsonl", "--only", "link");
        using EmulatorProcess impatient = EmulatorProcess.Start(folder.Path, "monitor", "--port", tcp, "--listen", "--once");
        monitor.AwaitText("session open");
        impatient.AwaitText("is open");

        first.End("KILL");
        monitor.AwaitText("was lost");
        monitor.AwaitText("session lost");
        monitor.AwaitText("waiting for the line");
        Assert.Equal(3, impatient.Wait());
        using EmulatorProcess second = EmulatorProcess.Start(folder.Path, "emulate", "--link", "board");
        monitor.AwaitText("session open", times: 2);

        Assert.Equal(0, monitor.End("TERM"));
        Assert.Equal(0, second.End("TERM"));
    }

    [Theory]
    [InlineData("The memory of the board cannot be \"12\": give a whole number of bytes from 4096", "--memory", "12")]
    [InlineData("The baud of the board cannot be \"fast\"", "--baud", "fast")]
    [InlineData("give a number with one of the units", "--latency", "5")]
    [InlineData("give at most 10 s", "--latency", "11s")]
    [InlineData("The fault \"dorp=1\" cannot be used", "--faults", "dorp=1")]
    [InlineData("give one of replay, rng", "--entropy", "dice")]
    [InlineData("give a file in a folder that exists", "--storage", "no/such/folder/board.bin")]
    [InlineData("lies beyond this machine", "--tcp", "192.0.2.1:4000")]
    [InlineData("has no usable port", "--tcp", "127.0.0.1:99999")]
    [InlineData("The key file no-such-file cannot be read", "--tcp", "127.0.0.1:0", "--key-file", "no-such-file")]
    [InlineData("choose a folder that exists", "--link", "no/such/folder/board")]
    public void Emulate_BadInput_SaysWhatIsWrong(string sentence, params string[] arguments)
    {
        string message = Assert.Throws<InputException>(() => CommandInvocation.Run(EmulateCommand.Create(), arguments)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Emulate_BadInput_EndsWithItsExitCode()
    {
        using TemporaryFolder folder = new();
        CliResult result = CliProcess.Run(folder.Path, "emulate", "--memory", "12").AssertExit(3);
        Assert.Single(result.ErrorLines);
        Assert.Empty(result.Output);
    }
}
