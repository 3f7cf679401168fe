using System;
using System.IO;
using System.Linq;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Every command, where output is full, closed or not read, on a narrow terminal, and without the folders that a user usually has: it does
/// its work or says in a sentence why not, and never ends as a defect.
/// </summary>
public abstract class CommandConditions : IDisposable
{
    protected const string Images = "--dataset images";
    protected const string Small = Images + " --model edge --batch 8 --epochs 1";
    protected const string Port = "--port emulator:";

    // What a command ends with: done, misuse, an input, interrupted. One that runs until it is ended is ended after two seconds.
    private static readonly int[] Codes = [0, 2, 3, 130];

    private readonly TemporaryFolder _folder = new();

    protected CommandConditions()
    {
        TinyImages.Write(_folder.At("images"));
        File.WriteAllText(_folder.At("image.bin"), "NFMRK1 and so on");
        File.WriteAllText(
            _folder.At("waits.csv"),
            "voltage_volts,waiting_time_seconds\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{(i % 2 == 0 ? 3 : 4)},0.{i:D2}\n")));
    }

    /// <summary>Runs a command under each condition.</summary>
    protected void Try(string command)
    {
        int usual = Run(command, "", "");

        // Folders and streams fail for different reasons: one of each at a time costs half the processes.
        int narrow = Run(command, "export COLUMNS=40 TMPDIR=/nowhere/job-1", "2> /dev/full");
        Assert.True(IsEndless(command) || usual == narrow, $"{usual} {narrow}");
        Run(command, "export TMPDIR=/proc XDG_RUNTIME_DIR=/proc HOME=/proc XDG_DATA_HOME=/proc", "> /dev/full");
        Run(command, "unset HOME XDG_RUNTIME_DIR XDG_DATA_HOME", ">&-");
        Run(command, "", "> /dev/full 2> /dev/full < /dev/null");
        Run(command, "set -o pipefail", "| head -1");
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static bool IsEndless(string command) => command.Split(' ')[0] is "emulate" or "monitor";

    private int Run(string command, string before, string place)
    {
        string seconds = IsEndless(command) ? "2" : "60";
        CliResult result = ShellScript.Run(
            _folder.Path,
            $"""
            rm -rf run claims bytes swept
            {(command.Contains(" run", StringComparison.Ordinal) && !command.StartsWith("train", StringComparison.Ordinal) ? Trained : "")}
            {before}
            timeout --preserve-status -s INT {seconds} dotnet '{Path.Combine(AppContext.BaseDirectory, "scedge.dll")}' {command} {place}
            """);
        Assert.Contains(result.ExitCode, Codes);
        Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", result.Error, StringComparison.Ordinal);
        return result.ExitCode;
    }

    private static string Trained =>
        $"cp -r trained run 2> /dev/null || {{ scedge train {Small} --passes fp32 --no-baseline --out trained > /dev/null; cp -r trained run; }}";
}
