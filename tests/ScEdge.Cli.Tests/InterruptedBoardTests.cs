using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>
/// The first signal ends a command that waits for a board, whatever it waits for, and loses nothing.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class InterruptedBoardTests : IDisposable
{
    // The waiting ends within a second; a process that starts and ends on a busy machine takes some time too. Without the signal all of this would
    // go on for 10 s and more.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly TrainFolder _run = new();

    public InterruptedBoardTests() => TinyImages.Write(Path.Combine(_run.Folder, "images"));

    [Theory]
    [InlineData("TERM", "device", "info")]
    [InlineData("INT", "device", "reset")]
    [InlineData("TERM", "classify")]
    [InlineData("INT", "params", "pull", "weights.safetensors")]
    public void Request_ToABoardThatIsSilent_EndsBySignal(string signal, params string[] command)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess board = Emulate();
        board.Signal("STOP");
        using CliProcess waiting = CliProcess.Start(_run.Folder, [.. command, "--port", "./board"]);
        AwaitLock(waiting);
        AssertEndsBy(signal, waiting);
        Assert.False(File.Exists(Path.Combine(_run.Folder, "weights.safetensors")));
    }

    [Fact]
    public void Request_ToABoardThatStartsAnewAgainAndAgain_EndsBySignal()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess board = Emulate("--faults", "reset=100ms@1");
        using CliProcess waiting = CliProcess.Start(_run.Folder, "device", "selftest", "--port", "./board");
        AwaitLock(waiting);
        AssertEndsBy("TERM", waiting);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("KILL")]
    public void Train_BoardLost_EndsBySignalAndContinuesToTheSameBytes(string loss)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using (CliProcess first = Emulate())
        {
            using CliProcess train = CliProcess.Start(_run.Folder, Train("broken", "--port", "./board"));
            _run.Await(Path.Combine("broken", "metrics.csv"));
            first.Signal(loss);
            Thread.Sleep(500);
            CliResult result = AssertEndsBy("TERM", train);
            Assert.Equal("Interrupted; continue with: scedge train --resume broken --port ./board", result.OutputLines[^1]);
            first.Kill();
        }

        using CliProcess second = Emulate();
        CliProcess.Run(_run.Folder, "train", "--resume", "broken", "--port", "./board").AssertExit(0);
        CliProcess.Run(_run.Folder, Train("here")).AssertExit(0);
        _run.AssertSame("here", "broken");
    }

    [Fact]
    public void Train_BoardThatNeverLasts_EndsBySignal()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using CliProcess board = Emulate("--faults", "reset=100ms@1");
        using CliProcess train = CliProcess.Start(_run.Folder, Train("broken", "--port", "./board"));
        _run.Await(Path.Combine("broken", "manifest.json"));
        Thread.Sleep(1000);
        AssertEndsBy("TERM", train);
    }

    public void Dispose() => _run.Dispose();

    private static string[] Train(string name, params string[] more) =>
        [.. "train --passes fp32 --dataset images --model edge --batch 8 --threads 1 --epochs 6 --out".Split(' '), name, .. more];

    private static CliResult AssertEndsBy(string signal, CliProcess process)
    {
        Assert.False(process.HasEnded, "the command did not wait");
        long start = Stopwatch.GetTimestamp();
        process.Signal(signal);
        CliResult result = process.Wait().AssertExit(130);
        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        Assert.True(taken < Limit, $"it took {taken.TotalSeconds:F1} s");
        return result;
    }

    /// <summary>Waits until a command has the port: from then on it waits for the board.</summary>
    private void AwaitLock(CliProcess process)
    {
        string device = new FileInfo(Path.Combine(_run.Folder, "board")).ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        DateTime end = DateTime.UtcNow + TimeSpan.FromMinutes(1);
        while (!HasOpen(process.Id, device))
        {
            Assert.True(DateTime.UtcNow < end && !process.HasEnded, $"{device} was not opened");
            Thread.Sleep(20);
        }
    }

    private static bool HasOpen(int process, string device)
    {
        try
        {
            foreach (string descriptor in Directory.EnumerateFiles($"/proc/{process}/fd"))
            {
                if (new FileInfo(descriptor).LinkTarget == device)
                {
                    return true;
                }
            }
        }
        catch (IOException)
        {
            // Descriptors come and go.
        }

        return false;
    }

    private CliProcess Emulate(params string[] more)
    {
        CliProcess board = CliProcess.Start(_run.Folder, ["emulate", "--link", "board", .. more]);
        board.Await("board ready on " + Path.Combine(_run.Folder, "board"));
        return board;
    }
}
