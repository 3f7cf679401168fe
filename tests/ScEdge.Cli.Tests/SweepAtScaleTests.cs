using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Cli.Settings;
using ScEdge.Experiments.Sweeps;
using ScEdge.Training.Runs;
using Xunit.Abstractions;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A plan of 100,000 points for 1,000 nodes: submitted to stand-ins for Slurm's commands, collected from as many manifests.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class SweepAtScaleTests(ITestOutputHelper output) : IDisposable
{
    private const int Points = 100_000;

    private const string Memory = "/dev/shm";

    // 300,000 files and folders are removed from a disk more slowly than they are collected.
    private readonly TemporaryFolder _folder = new(Directory.Exists(Memory) ? Memory : null);

    public void Dispose() => _folder.Dispose();

    [LongFact]
    public void Sweep_HundredThousandPoints_AreSubmittedAsAThousandTasksAndCollectedInUnderAMinute()
    {
        TinyImages.Write(_folder.At("images"));
        WritePlan();
        Install("sbatch", "cp \"$2\" submitted.sh; echo 1");
        Install("squeue", "exit 0");

        Seconds("--on", "slurm", "--chunk", "100", "--detach");
        Assert.Contains("#SBATCH '--array=0-999'\n", File.ReadAllText(_folder.At("submitted.sh")), StringComparison.Ordinal);

        // Whatever a task has, it finds by checking its own part of the plan alone.
        Seconds("--chunk", "100", "--task", "777", "--dry-run");
        WriteResults();
        double collection = Seconds("--on", "slurm", "--attach", "--json");
        Assert.Equal(Points + 1, File.ReadLines(_folder.At("out/results.csv")).Count());
        Assert.InRange(new FileInfo(_folder.At("out/sweep.html")).Length, 1, 4_000_000);
        Assert.InRange(collection, 0, 60);
    }

    [Fact]
    public void Sweep_Tasks_HaveEveryTrainingOnceInTheOrderOfThePlan()
    {
        File.WriteAllText(_folder.At("plan.json"), """{ "vary": { "stream-length": [4, 8, 16, 32, 64] }, "seeds": "1..5" }""");
        string[] parts = [.. Enumerable.Range(0, 7).SelectMany(task => Read("--chunk", "4", "--task", $"{task}")).Select(TextOf)];

        Assert.Equal(Read().Select(TextOf), parts);
        Assert.Equal(25, parts.Distinct().Count());
        Assert.Equal("scedge train --stream-length 4 --seed 2", Read()[1].Request.CommandLine);
    }

    private static string TextOf(SweepTraining training) => $"{training.Identity} {training.Seed} {training.Request.CommandLine}";

    private static string Values(int count, int denominator) =>
        string.Join(", ", Enumerable.Range(1, count).Select(i => $"\"{i}/{denominator}\""));

    private void WritePlan() => File.WriteAllText(
        _folder.At("plan.json"),
        $$"""
        {
          "base": { "model": "edge", "dataset": "{{_folder.At("images")}}", "batch": 8, "epochs": 1, "baseline": "none", "passes": "fp32",
            "learning-rate-mode": "stream" },
          "vary": {
            "learning-rate": [{{Values(500, 16384)}}],
            "weight-decay": [{{Values(200, 65536)}}]
          }
        }
        """);

    private IReadOnlyList<SweepTraining> Read(params string[] arguments)
    {
        SweepArguments sweep = new();
        Command command = new("sweep");
        sweep.AddTo(command);
        return sweep.Read(command.Parse([_folder.At("plan.json"), .. arguments])).Trainings;
    }

    /// <summary>What tasks would leave: the manifest of one training, which was trained, in the folder of every one.</summary>
    private void WriteResults()
    {
        string one = "train --model edge --dataset images --batch 8 --epochs 1 --baseline none --passes fp32 --out one";
        CliProcess.Run(_folder.Path, one.Split(' ')).AssertExit(0);
        string manifest = File.ReadAllText(_folder.At($"one/{RunDirectory.ManifestName}"));
        SweepFolder sweep = SweepFolder.Open(_folder.At("out"));
        Regex energy = new("\"total_attojoules\": [0-9]+");
        foreach ((int i, SweepTraining training) in Read().Index())
        {
            string folder = sweep.PathOf(training);
            Directory.CreateDirectory(folder);
            long attojoules = 1_000_000_000L + (i * 7919L % 1_000_003);
            File.WriteAllText(
                Path.Combine(folder, RunDirectory.ManifestName), energy.Replace(manifest, $"\"total_attojoules\": {attojoules}"));
        }
    }

    private void Install(string name, string script)
    {
        string path = _folder.At(Path.Combine("bin", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs a sweep and returns the seconds of processor that it took by the shell's account: others may have the processors, too.</summary>
    private double Seconds(params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "scedge.dll");
        string[] script = ["-c", "dotnet \"$@\" > /dev/null; code=$?; times; exit $code", "bash", program];
        ProcessStartInfo start = new("bash", [.. script, "sweep", "plan.json", "--out", "out", .. arguments])
        {
            WorkingDirectory = _folder.Path, RedirectStandardOutput = true,
        };
        start.Environment["SCEDGE_CONFIG"] = "";
        start.Environment["PATH"] = $"{_folder.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string times = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        double seconds = times.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Sum(static time => time.TrimEnd('s').Split('m') switch
        {
            [var minutes, var rest] => (60 * double.Parse(minutes, CultureInfo.InvariantCulture)) + double.Parse(rest, CultureInfo.InvariantCulture),
            _ => double.NaN,
        });
        output.WriteLine($"{string.Join(' ', arguments)}: {seconds:F1} s of processor, {Stopwatch.GetElapsedTime(begin).TotalSeconds:F1} s");
        return seconds;
    }
}
