using System;
using System.IO;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Board and host as processes of their own on a pseudo-terminal, with what may happen to them: the same bytes as without a board.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class TrainOverTerminalTests : IDisposable
{
    private const string Faults = "drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01@5";

    private readonly TrainFolder _run = new();

    public TrainOverTerminalTests() => TinyImages.Write(Path.Combine(_run.Folder, "images"));

    [Fact]
    public void Train_FaultyLine_EndsWithTheSameBytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess board = Emulate("--faults", Faults);
        CliProcess.Run(_run.Folder, Train("broken", 2, "--port", "./board")).AssertExit(0);
        AssertSameAsHere(2);
    }

    [Fact]
    public void Train_BoardKilledAndStartedAgain_EndsWithTheSameBytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess first = Emulate();
        using CliProcess train = CliProcess.Start(_run.Folder, Train("broken", 6, "--port", "./board"));
        _run.Await(Path.Combine("broken", "metrics.csv"));
        first.Kill();
        Assert.False(train.HasEnded, "the run was over before the board could be killed");
        using CliProcess second = Emulate();
        train.Wait().AssertExit(0);
        AssertSameAsHere(6);

        // Registers came from the host: the new board knew nothing.
        second.Await("configured: ");
        second.Await("state pushed");
    }

    [Fact]
    public void Train_HostKilledAndResumed_EndsWithTheSameBytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess board = Emulate();
        KillHostAfterOneEpoch(6);
        CliProcess.Run(_run.Folder, "train", "--resume", "broken", "--port", "./board").AssertExit(0);
        AssertSameAsHere(6);
    }

    [LongFact]
    public void Resume_BoardLosesPowerDuringThePush_EndsWithTheSameBytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using (CliProcess board = Emulate())
        {
            KillHostAfterOneEpoch(6);
        }

        // The image takes seconds on this line, and is the first thing after the configuration.
        using CliProcess slow = Emulate("--baud", "19200");
        using CliProcess train = CliProcess.Start(_run.Folder, "train", "--resume", "broken", "--port", "./board");
        slow.Await("configured: ");
        slow.Kill();
        Assert.DoesNotContain("state pushed", slow.Printed, StringComparison.Ordinal);
        using CliProcess fast = Emulate();
        train.Wait().AssertExit(0);
        fast.Await("state pushed");
        AssertSameAsHere(6);
    }

    public void Dispose() => _run.Dispose();

    private static string[] Train(string name, int epochs, params string[] more) =>
        [.. $"train --passes fp32 --dataset images --model edge --batch 8 --threads 1 --epochs {epochs} --out".Split(' '), name, .. more];

    private CliProcess Emulate(params string[] more)
    {
        CliProcess board = CliProcess.Start(_run.Folder, ["emulate", "--link", "board", .. more]);
        board.Await("board ready on " + Path.Combine(_run.Folder, "board"));
        return board;
    }

    private void KillHostAfterOneEpoch(int epochs)
    {
        using CliProcess train = CliProcess.Start(_run.Folder, Train("broken", epochs, "--port", "./board"));
        _run.Await(Path.Combine("broken", "metrics.csv"));
        train.Kill();
        Assert.False(File.Exists(Path.Combine(_run.Folder, "broken", "parameters.safetensors")), "the run was over before it could be killed");
    }

    private void AssertSameAsHere(int epochs)
    {
        CliProcess.Run(_run.Folder, Train("here", epochs)).AssertExit(0);
        _run.AssertSame("here", "broken");
    }
}
