using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Emulator.Boards;

namespace ScEdge.Cli.Tests;

/// <summary>Updates computed on boards, by the command line: the same bytes as without them.</summary>
[Trait("Kind", "Unit")]
public sealed class TrainOnBoardTests : IDisposable
{
    private readonly TrainFolder _run = new();

    public TrainOnBoardTests()
    {
        TinyImages.Write(Path.Combine(_run.Folder, "images"));
        Train("here").AssertExit(0);
    }

    [Theory]
    [InlineData("--port emulator:")]
    [InlineData("--port emulator: --port emulator: --board-mode tiled")]
    [InlineData("--port emulator:memory=40000,drop=0.01,corrupt=0.01,duplicate=0.01@3")]
    public void Train_EmulatedBoards_EndWithTheSameBytes(string ports)
    {
        CliResult result = Train("boards", ports.Split(' ')).AssertExit(0);

        // Boards take no counts of passes in streams, so those are not the default here.
        Assert.Contains(", the passes here in FP32", result.Output, StringComparison.Ordinal);
        _run.AssertSame("here", "boards");
    }

    [Theory]
    [InlineData("--port emulator:memory=200000")]
    [InlineData("--port emulator:memory=200000 --board-mode tiled")]
    public void Train_DriveThatDriftsReadsThatMiss_EndWithTheSameBytes(string ports)
    {
        string[] effects =
        [
            "--nonideality", "drive-drift=0.05@7", "--nonideality", "read-miss=0.02", "--nonideality", "line-drop=0.05", "--nonideality",
            "set-droop=0.05",
        ];
        Train("effects", effects).AssertExit(0);

        Train("boards", [.. effects, .. ports.Split(' ')]).AssertExit(0);

        _run.AssertSame("effects", "boards");
    }

    [Theory]
    [InlineData("--port /dev/absent", 3, "There is no device /dev/absent")]
    [InlineData("--port nowhere", 3, "\"nowhere\" is not a port")]
    [InlineData("--port tcp://127.0.0.1:1", 3, "")]
    [InlineData("--port emulator:memory=100", 3, "")]
    [InlineData("--port /dev/a --port /dev/a", 3, "A port is given twice")]
    [InlineData("--port emulator: --optimizer sgd", 3, "sgd updates in FP32, which no board computes")]
    [InlineData("--board-mode tiled", 2, "--board-mode needs a board")]
    public void Train_UnusableBoard_IsOneSentenceAndLeavesNoFolder(string options, int exitCode, string start)
    {
        CliResult result = Train("none", options.Split(' ')).AssertExit(exitCode);

        Assert.Contains($"scedge: {start}", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_run.Folder, "none")));
    }

    [Fact]
    public void Train_OneBoardUnderTwoNames_IsToldSo()
    {
        File.WriteAllText(Path.Combine(_run.Folder, "device"), "");
        File.CreateSymbolicLink(Path.Combine(_run.Folder, "link"), Path.Combine(_run.Folder, "device"));

        CliResult result = Train("none", "--port", "./device", "--port", "./link").AssertExit(3);

        Assert.StartsWith("scedge: ./device and ./link are one port", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SeveralSeeds_AreReadBackFromTheLastAndLeftOnTheBoard()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        CliResult result = Train("seeds", "--no-baseline", "--seeds", "1,2", "--port", board.Address).AssertExit(0);

        Assert.Contains("The board reads ", result.Output + result.Error, StringComparison.Ordinal);
        JsonElement info = Info(board);
        Assert.Equal("resident", info.GetProperty("configuration").GetString());
        Assert.True(info.GetProperty("steps_done").GetInt32() > 0);
        string last = Path.Combine(_run.Folder, "seeds", "seed-2");
        Assert.StartsWith(
            "Verified", CommandInvocation.Run(ParamsCommand.Create(), "verify", last, "--port", board.Address).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_FinishedRunOnABoardOfAnotherTraining_LeavesThatOnTheBoard()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        Train("other", "--no-baseline", "--seed", "7", "--port", board.Address).AssertExit(0);
        string before = Held(board);

        CliResult result = CliProcess.Run(_run.Folder, "train", "--resume", "here", "--port", board.Address).AssertExit(0);

        string said = result.Output + result.Error;
        Assert.Contains("nothing was left to do", said, StringComparison.Ordinal);
        Assert.Contains("No test images were read on the board. The board on ", said, StringComparison.Ordinal);
        Assert.Contains(" holds the registers of another training, ", said, StringComparison.Ordinal);
        Assert.Equal(before, Held(board));
    }

    [Fact]
    public void Eval_OnABoardOfAnotherTraining_IsRefusedUntilTheBoardIsFreed()
    {
        using EmulatedTcpBoard board = new(new EmulatorSettings());
        Train("other", "--no-baseline", "--seed", "7", "--port", board.Address).AssertExit(0);
        string before = Held(board);
        string[] here = ["eval", "--parameters", "here", "--dataset", "images", "--length", "32", "--limit", "4", "--port", board.Address];

        CliResult refused = CliProcess.Run(_run.Folder, here).AssertExit(3);
        Assert.Contains(" holds the registers of another training, ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, Held(board));
        CliProcess.Run(_run.Folder, [.. here[..2], "other", .. here[3..]]).AssertExit(0);
        Assert.Equal(before, Held(board));

        CommandInvocation.Run(DeviceCommand.Create(), "reset", "--port", board.Address);
        CliProcess.Run(_run.Folder, here).AssertExit(0);
        Assert.Equal("reading", Info(board).GetProperty("configuration").GetString());
    }

    public void Dispose() => _run.Dispose();

    private static JsonElement Info(EmulatedTcpBoard board) =>
        CommandInvocation.Run(DeviceCommand.Create(), "info", "--port", board.Address, "--json").Json;

    /// <summary>Returns what the board holds: whose registers, how far trained, and their check.</summary>
    private static string Held(EmulatedTcpBoard board) => string.Join(
        ' ',
        ((string[])["configuration", "configuration_check", "steps_done", "state_check"]).Select(name => Info(board).GetProperty(name).ToString()));

    private CliResult Train(string name, params string[] more) => CliProcess.Run(
        _run.Folder,
        [.. "train --dataset images --model edge --batch 8 --epochs 2 --out".Split(' '), name, .. TrainFolder.Fp32Unless(more), .. more]);
}
