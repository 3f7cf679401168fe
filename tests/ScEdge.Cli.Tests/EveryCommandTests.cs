using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Every command, where output is full, closed or not read, on a narrow terminal, and without the folders that a user usually has: it does
/// its work or says in a sentence why not, and never ends as a defect.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class EveryCommandTests : IDisposable
{
    private const string Images = "--dataset images";
    private const string Small = Images + " --model edge --batch 8 --epochs 1";
    private const string Port = "--port emulator:";

    private static readonly string[] Lines =
    [
        $"train {Small} --no-baseline --out run", "eval --parameters run " + Images, "datasets", "datasets images", "models", "models edge",
        "presets", "presets jo2009", "presets fit waits.csv", "cost", "cost --compare", $"reproduce {Small} --seeds 1 --lengths 8 --out claims",
        "bench --seconds 0.05", "emulate", "ports", "config", $"device info {Port}", $"device selftest {Port}", $"device entropy {Port} --out bytes",
        "device calibrate --tolerance 1/32", $"device calibrate {Port}front-end=jo2009 --cell 0", $"device checkpoint {Port}",
        $"device restore {Port}", $"device reset {Port}", $"params push run {Port}", $"params pull now.safetensors {Port}",
        $"params verify run {Port}", $"classify {Port} --image mnist#0", "runs .", "compare run run",
        "sweep --set dataset=images --set model=edge --set batch=8 --set epochs=1 --set baseline=none --vary stream-length=8 --out swept",
        $"monitor {Port} --interval 100ms", "flash --target esp32 --port COM5 --image image.bin --dry-run", "completions bash",
    ];

    // What a command ends with: done, misuse, an input, interrupted. One that runs until it is ended is ended after two seconds.
    private static readonly int[] Codes = [0, 2, 3, 130];

    private readonly TemporaryFolder _folder = new();

    public EveryCommandTests()
    {
        TinyImages.Write(_folder.At("images"));
        File.WriteAllText(_folder.At("image.bin"), "NFMRK1 and so on");
        File.WriteAllText(
            _folder.At("waits.csv"),
            "voltage_volts,waiting_time_seconds\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"{(i % 2 == 0 ? 3 : 4)},0.{i:D2}\n")));
    }

    public static TheoryData<string> Commands => new(Lines);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WhateverIsMissingAroundIt_EndsAsSaid(string command)
    {
        int usual = Run(command, "", "");
        int narrow = Run(command, "export COLUMNS=40", "");
        int withoutTemporaryFolder = Run(command, "export TMPDIR=/nowhere/job-1", "");
        Assert.True(IsEndless(command) || (usual == narrow && usual == withoutTemporaryFolder), $"{usual} {narrow} {withoutTemporaryFolder}");
        Run(command, "export TMPDIR=/proc XDG_RUNTIME_DIR=/proc HOME=/proc XDG_DATA_HOME=/proc", "");
        Run(command, "unset HOME XDG_RUNTIME_DIR XDG_DATA_HOME", "");
        Run(command, "", "> /dev/full");
        Run(command, "", ">&-");
        Run(command, "", "2> /dev/full");
        Run(command, "", "> /dev/full 2> /dev/full < /dev/null");
        Run(command, "set -o pipefail", "| head -1");
    }

    [Fact]
    public void Commands_AllThatThereAre_AreTried() => Assert.All(
        Leaves(MainCommand.Create(["[suggest]"]), ""),
        path => Assert.Contains(Lines, line => $"{line} ".StartsWith(path + " ", StringComparison.Ordinal)));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.SelectMany(sub =>
        sub.Subcommands.Count == 0 ? [$"{path}{sub.Name}"] : Leaves(sub, $"{path}{sub.Name} "));

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
        $"cp -r trained run 2> /dev/null || {{ scedge train {Small} --no-baseline --out trained > /dev/null; cp -r trained run; }}";
}
