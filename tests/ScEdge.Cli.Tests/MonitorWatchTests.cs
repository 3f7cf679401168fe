using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Emulator.Line.Terminals;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A monitor beside other commands on one board: it watches them, is never in their way, and disturbs nothing.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class MonitorWatchTests : IDisposable
{
    private static readonly string[] Files = ["parameters.npz", "registers.safetensors", "metrics.csv"];

    private readonly TemporaryFolder _folder = new();
    private readonly EmulatorProcess? _board;

    public MonitorWatchTests()
    {
        TinyImages.Write(_folder.At("images"));

        // A line that takes its time, so that watchers come during the training on any machine.
        _board = PseudoTerminalLink.IsSupported ? EmulatorProcess.Start(_folder.Path, "emulate", "--link", "board", "--latency", "10ms") : null;
        _board?.Await("board ready on ");
    }

    [Fact]
    public void Train_MonitorHasThePort_IsWatchedByItAndMakesTheSameBytes()
    {
        if (_board is null)
        {
            return;
        }

        using EmulatorProcess monitor = Monitor("--port", _folder.At("board"), "--only", "telemetry,link,frames");
        monitor.AwaitText("session open");
        CliProcess.Run(_folder.Path, OnBoard("watched", 1)).AssertExit(0);
        Assert.Equal(Unwatched(1), Contents("watched"));

        monitor.AwaitText("another program asked for the port");
        monitor.AwaitText("watching process");
        monitor.AwaitText("BeginStep request");
        monitor.AwaitText("RunStep answer");
        monitor.AwaitText("loss");
        monitor.AwaitText("has let the port go");
        monitor.AwaitText("session open", times: 2);

        // What needs the board for a moment gets it, too.
        CliProcess.Run(_folder.Path, "params", "verify", "watched", "--port", "./board").AssertExit(0);
        monitor.AwaitText("session open", times: 3);
        Assert.Equal(0, monitor.End("INT"));
    }

    [Fact]
    public void Train_WatchersThatStandStillOrAreKilled_GoesOnAndMakesTheSameBytes()
    {
        if (_board is null)
        {
            return;
        }

        using EmulatorProcess killed = Monitor("--port", "./board", "--frames");
        killed.AwaitText("session open");
        using CliProcess training = CliProcess.Start(_folder.Path, OnBoard("watched", 4));
        killed.AwaitText("watching process");
        using EmulatorProcess stopped = Monitor("--port", "./board", "--frames");
        using EmulatorProcess late = Monitor("--port", "./board", "--jsonl");
        stopped.AwaitText("watching process");
        late.AwaitText("watching process");
        stopped.Signal("STOP");
        killed.End("KILL");
        late.AwaitText("telemetry");
        training.Wait().AssertExit(0);

        Assert.Equal(Unwatched(4), Contents("watched"));
        stopped.Signal("CONT");
        stopped.AwaitText("has let the port go");
    }

    [Fact]
    public void Train_MonitorThatHasThePortStandsStill_SaysWhoHasIt()
    {
        if (_board is null)
        {
            return;
        }

        using EmulatorProcess monitor = Monitor("--port", "./board");
        monitor.AwaitText("session open");
        monitor.Signal("STOP");
        CliResult refused = CliProcess.Run(_folder.Path, OnBoard("run", 1)).AssertExit(3);
        Assert.Contains("is in use by process", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        monitor.Signal("CONT");
    }

    [Fact]
    public void Flash_MonitorHasThePort_GetsIt()
    {
        if (_board is null)
        {
            return;
        }

        File.WriteAllText(_folder.At("image.bin"), "NFMRK1 and so on");
        using EmulatorProcess monitor = Monitor("--port", "./board");
        monitor.AwaitText("session open");
        ShellScript.Run(
            _folder.Path,
            """
            printf '#!/bin/sh\nexit 0\n' > nanoff; chmod +x nanoff
            PATH="$PWD:$PATH" scedge flash --target esp32 --port ./board --image image.bin --link none
            """).AssertExit(0);
        monitor.AwaitText("another program asked for the port");
        monitor.AwaitText("session open", times: 2);
    }

    [Fact]
    public void Train_AnotherTrainingHasThePort_IsRefusedAndTheOtherGoesOn()
    {
        if (_board is null)
        {
            return;
        }

        using CliProcess first = CliProcess.Start(_folder.Path, OnBoard("first", 2));
        first.Await("step 1/");
        CliResult second = CliProcess.Run(_folder.Path, OnBoard("second", 1)).AssertExit(3);
        Assert.Matches("in use by process [0-9]+ .*scedge monitor", Assert.Single(second.ErrorLines));
        first.Wait().AssertExit(0);
    }

    [Fact]
    public void Monitor_ByDefault_ShowsAStatusLineASecondAndNoFrame()
    {
        if (_board is null)
        {
            return;
        }

        using CliProcess training = CliProcess.Start(_folder.Path, OnBoard("run", 3));
        training.Await("step 1/");
        using EmulatorProcess monitor = Monitor("--port", "./board", "--once", "--log", "log");
        long start = Stopwatch.GetTimestamp();
        training.Wait().AssertExit(0);
        Assert.Equal(3, monitor.Wait());
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds + 10;

        string[] lines = File.ReadAllLines(_folder.At("log"));
        Assert.DoesNotContain(lines, line => line.Contains(" frame ", StringComparison.Ordinal));
        string[] status = [.. lines.Where(line => line.Contains("updates/s", StringComparison.Ordinal))];
        Assert.InRange(status.Length, 1, seconds / 0.9);
        Assert.Contains(status, line => line.Contains("step ", StringComparison.Ordinal) && line.Contains("loss ", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _board?.Dispose();
        _folder.Dispose();
    }

    private static string[] Training(string run, int epochs) =>
        [.. $"train --passes fp32 --dataset images --model edge --batch 8 --epochs {epochs} --no-baseline --out {run}".Split(' ')];

    /// <summary>Returns a training whose length, 7 s an epoch, leaves others the time to come in.</summary>
    private static string[] OnBoard(string run, int epochs) => [.. Training(run, epochs), "--port", "./board"];

    private EmulatorProcess Monitor(params string[] arguments) => EmulatorProcess.Start(_folder.Path, ["monitor", .. arguments]);

    /// <summary>Returns the files of the same training in the program, which has the same bits.</summary>
    private string[] Unwatched(int epochs)
    {
        CliProcess.Run(_folder.Path, Training("alone", epochs)).AssertExit(0);
        return Contents("alone");
    }

    private string[] Contents(string run) => [.. Files.Select(name => Convert.ToHexString(File.ReadAllBytes(_folder.At($"{run}/{name}"))))];
}
