using System;
using System.IO;

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
        Train("boards", ports.Split(' ')).AssertExit(0);

        _run.AssertSame("here", "boards");
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

    public void Dispose() => _run.Dispose();

    private CliResult Train(string name, params string[] more) => CliProcess.Run(
        _run.Folder, ["train", "--dataset", "images", "--model", "edge", "--batch", "8", "--epochs", "2", "--out", name, .. more]);
}
