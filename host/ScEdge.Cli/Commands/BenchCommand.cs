using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using ScEdge.Cli.Benchmarks;
using ScEdge.Cli.Output;
using ScEdge.Cli.Parsing;
using ScEdge.Files.Writing;
using ScEdge.Input;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge bench</c>: how fast this machine is, and where the time goes.
/// </summary>
internal static class BenchCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(
        "bench", "Measure this machine: bits, products, updates and images per second, and where a training step's time goes.", AddContents)
    {
        Examples =
        [
            new("bench", "two minutes; leave the machine alone meanwhile"),
            new("bench --seconds 10 --threads 1 --json", "a quick look at one core, for a script"),
            new("bench --out bench.json", "keep the figures, to compare machines or versions"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<double> seconds = new("--seconds")
        {
            HelpName = "S",
            Description = "Time to measure, 0.1 to 3600.",
            CustomParser = ValueParser.Number,
            DefaultValueFactory = _ => 120,
        };
        Option<int> threads = new("--threads")
        {
            HelpName = "N",
            Description = "Threads of the training, 1 to 8; streams are measured on one.",
            CustomParser = ValueParser.Whole,
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 8),
        };
        Option<string?> outFile = new("--out")
        {
            HelpName = "FILE",
            Description = "Also write the figures as JSON to a file; one of that name is replaced.",
        };
        Option<bool> json = CommandOutput.JsonOption();
        command.Add(seconds);
        command.Add(threads);
        command.Add(outFile);
        command.Add(json);
        command.SetAction(parse => Run(
            parse.GetValue(seconds), parse.GetValue(threads), parse.GetValue(outFile), parse.GetValue(json), new CommandOutput(parse)));
    }

    private static void Run(double seconds, int threads, string? outFile, bool json, CommandOutput output)
    {
        if (seconds is not (>= 0.1 and <= 3600))
        {
            throw new InputException("--seconds is out of range: give 0.1 to 3600.");
        }

        if (threads is not (>= 1 and <= 8))
        {
            throw new InputException("--threads is out of range: give 1 to 8.");
        }

        if (outFile is not null)
        {
            RequirePlace(outFile);
        }

        List<BenchmarkRow> rows = [.. StreamBenchmark.Run(seconds / 2)];
        using TrainingBenchmark training = new(threads);
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        rows.AddRange(training.Run(seconds / 2));
        double coresUsed = (Environment.CpuUsage.TotalTime - used) / Stopwatch.GetElapsedTime(start);
        BenchmarkSummary summary = new(rows, threads, coresUsed);
        if (outFile is not null)
        {
            AtomicFile.Write(outFile, stream => JsonSerializer.Serialize(stream, summary.ToJson(), RunJson.PrintedIndented));
        }

        if (json)
        {
            output.WriteJson(summary.ToJson());
        }
        else
        {
            summary.Write(output.Console);
        }
    }

    /// <summary>Refuses a file that cannot be written before the time is spent.</summary>
    private static void RequirePlace(string path)
    {
        string? folder = path.Length == 0 ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || Directory.Exists(path))
        {
            throw new InputException($"--out cannot be \"{path}\": give the name of a file.");
        }

        if (!Directory.Exists(folder))
        {
            throw new InputException($"--out cannot be \"{path}\": there is no folder {folder}; create it or give another file.");
        }
    }
}
