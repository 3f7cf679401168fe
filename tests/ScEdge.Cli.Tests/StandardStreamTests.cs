using System;
using System.IO;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Standard output and standard error that are full, closed or no longer read end neither the work nor the program in another way than said.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class StandardStreamTests : IDisposable
{
    private const string Training = "scedge train --passes fp32 --dataset images --model edge --batch 4 --epochs 1 --out run";

    private readonly TemporaryFolder _folder = new();

    public StandardStreamTests() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    [Theory]
    [InlineData("scedge presets", "> /dev/full", "No space left on device")]
    [InlineData("scedge cost --json", "> /dev/full", "No space left on device")]
    [InlineData("scedge train --help", "> /dev/full", "No space left on device")]
    [InlineData("scedge completions bash", "> /dev/full", "No space left on device")]
    [InlineData("scedge monitor --port emulator:", "> /dev/full", "No space left on device")]
    [InlineData("scedge presets ideal", ">&-", "it is closed")]
    [InlineData("scedge device info --port emulator:", ">&-", "it is closed")]
    public void Output_ThatCannotBeWritten_IsOneSentence(string command, string place, string reason)
    {
        CliResult result = ShellScript.Run(_folder.Path, $"{command} {place}").AssertExit(3);

        Assert.Contains($"tandard output cannot be written ({reason})", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    // Descriptors that were closed at the start are given to the runtime's own pipe, into which nothing may be written.
    [Fact]
    public void Output_AllStreamsClosed_StillEndsInAnExitCode() =>
        ShellScript.Run(_folder.Path, "scedge presets ideal <&- >&- 2>&-").AssertExit(3);

    [Theory]
    [InlineData("scedge train --passes fp32 --dataset nowhere 2> /dev/full", 3)]
    [InlineData("scedge tran 2>&-", 2)]
    public void Error_ThatCannotBeWritten_KeepsTheExitCode(string command, int code) => ShellScript.Run(_folder.Path, command).AssertExit(code);

    [Theory]
    [InlineData("> /dev/full", "not all was printed, the work itself was done.")]
    [InlineData("> /dev/full 2> /dev/full", null)]
    [InlineData(">&- 2>&-", null)]
    [InlineData("| head -1", null)]
    public void Train_ConsoleLost_TrainsToTheEnd(string place, string? sentence)
    {
        CliResult result = ShellScript.Run(_folder.Path, $"set -o pipefail; {Training} {place}").AssertExit(0);

        Assert.Contains("\"status\": \"finished\"", File.ReadAllText(_folder.At("run/manifest.json")), StringComparison.Ordinal);
        Assert.EndsWith(sentence ?? "", result.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_JsonLost_IsToldByTheExitCode()
    {
        ShellScript.Run(_folder.Path, $"{Training} --json > /dev/full").AssertExit(3);

        Assert.Contains("\"status\": \"finished\"", File.ReadAllText(_folder.At("run/manifest.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scedge presets | head -1")]
    [InlineData("scedge monitor --port emulator: --jsonl | head -1")]
    [InlineData("scedge emulate | head -1")]
    public void Output_WithoutReader_EndsQuietly(string command)
    {
        CliResult result = ShellScript.Run(_folder.Path, $"set -o pipefail; {command}").AssertExit(0);

        Assert.Single(result.OutputLines);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Monitor_LogFull_SaysSoAndGoesOn()
    {
        CliResult result = ShellScript.Run(_folder.Path, "scedge monitor --port emulator: --interval 100ms --log /dev/full | head -40").AssertExit(0);

        Assert.Contains("the log file /dev/full cannot be written (No space left on device", result.Output, StringComparison.Ordinal);
        Assert.Equal(40, result.OutputLines.Length);
    }

    [Fact]
    public void Emulate_OutputFull_ServesOn()
    {
        CliResult result = ShellScript.Run(
            _folder.Path,
            """
            scedge emulate --link board > /dev/full 2> words & emulator=$!
            while [ ! -e board ]; do sleep 0.1; done
            scedge device info --port ./board --json || exit 9
            scedge device reset --port ./board || exit 9
            kill -TERM $(pgrep -P $emulator) 2> /dev/null || kill -TERM $emulator
            wait $emulator
            """);

        Assert.NotEqual(9, result.ExitCode);
        Assert.Contains("\"entropy\":", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_HangUp_LeavesAnInterruptedRun()
    {
        using CliProcess process = CliProcess.Start(
            _folder.Path, "train", "--passes", "fp32", "--dataset", "images", "--model", "edge", "--batch", "4", "--epochs", "1000", "--out", "run");
        process.Await("step");
        process.Signal("HUP");
        process.Signal("HUP");
        process.Wait().AssertExit(130);

        Assert.Contains("\"status\": \"interrupted\"", File.ReadAllText(_folder.At("run/manifest.json")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
