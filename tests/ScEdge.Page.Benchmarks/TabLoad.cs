using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using ScEdge.Statistics;

namespace ScEdge.Page.Benchmarks;

/// <summary>
/// The time of a training with 20 tabs on it over that of the same training with none, in pairs whose order alternates.
/// </summary>
/// <remarks>
/// The server runs in both. A training is long enough that what is done once for each of them (its settings are asked for by a process of their
/// own) is a small part, as in the main job. The clients stand for other people's machines: they are a process of their
/// own at the lowest priority. A tab is a client that receives all events and draws nothing: what is measured is the server and the line, not the
/// browser. The ratio of a pair is of the seconds in training steps; the mean of its logarithm has Student's interval.
/// </remarks>
internal static class TabLoad
{
    private const int Tabs = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Training = ["train", "--model=edge", "--epochs=4", "--baseline=none"];

    /// <summary>Measures and prints every pair, the mean ratio with its interval, and the median.</summary>
    /// <param name="program">Path of scedge.</param>
    /// <param name="pairs">How many.</param>
    public static async Task Measure(string program, int pairs)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-load-");
        try
        {
            using PageServer server = await PageServer.Start(program, folder.FullName);

            // What is compiled when it is used often is compiled now.
            await Train(program, folder.FullName, "first", server, Tabs);
            List<double> logarithms = [];
            List<double> shares = [];
            for (int pair = 0; pair < pairs; pair++)
            {
                TrainingTime with = new(0, 0, 0);
                TrainingTime without = with;
                foreach (bool isWatched in pair % 2 == 0 ? new[] { false, true } : [true, false])
                {
                    string name = $"{pair}-{(isWatched ? "watched" : "alone")}";
                    TrainingTime time = await Train(program, folder.FullName, name, server, isWatched ? Tabs : 0);
                    (with, without) = isWatched ? (time, without) : (with, time);
                }

                logarithms.Add(Math.Log(with.Seconds / without.Seconds));
                shares.Add((with.ServerProcessor / with.Seconds) - (without.ServerProcessor / without.Seconds));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{with.Seconds:F2} s / {without.Seconds:F2} s = {with.Seconds / without.Seconds:F4}; processor time: "
                    + $"training {with.Processor:F2} and {without.Processor:F2} s, "
                    + $"server {with.ServerProcessor:F2} and {without.ServerProcessor:F2} s"));
            }

            Report(logarithms, shares);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TrainingTime> Train(string program, string folder, string name, PageServer server, int tabs)
    {
        using ClientProcess clients = new(server.Url, name, tabs);
        double before = server.ProcessorSeconds() ?? double.NaN;
        ProcessStartInfo start = new(program, [.. Training, $"--out={Path.Combine(folder, name)}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using Process training = Process.Start(start)!;
        Task<string> output = training.StandardOutput.ReadToEndAsync();
        Task<string> errors = training.StandardError.ReadToEndAsync();
        TimeSpan processor = TimeSpan.Zero;
        try
        {
            while (!training.HasExited)
            {
                training.Refresh();
                processor = training.TotalProcessorTime;
                await Task.Delay(Look);
            }
        }
        catch (InvalidOperationException)
        {
            // After its end a process tells no more what it took; what was seen last is all.
        }

        await training.WaitForExitAsync();

        await output;
        long events = clients.End();
        string error = await errors;
        if (training.ExitCode != 0 || (tabs > 0 && events < tabs))
        {
            throw new InvalidOperationException($"The training ended with {training.ExitCode} and {events} events: {error}");
        }

        using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, name, "manifest.json")));
        return new TrainingTime(
            manifest.RootElement.GetProperty("result").GetProperty("seconds").GetProperty("total").GetDouble(),
            processor.TotalSeconds,
            (server.ProcessorSeconds() ?? double.NaN) - before);
    }

    private static void Report(List<double> logarithms, List<double> shares)
    {
        SampleSummary summary = SampleSummary.Of(logarithms)!;
        double[] sorted = [.. logarithms.Order()];
        double median = Math.Exp((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Tabs} tabs: {Math.Exp(summary.Mean):F4} ({Math.Exp(summary.Low95 ?? summary.Mean):F4} to "
            + $"{Math.Exp(summary.High95 ?? summary.Mean):F4}, 95 % over {summary.Count} pairs), median {median:F4}; "
            + $"the tabs cost the server {shares.Average():P2} of a core"));
    }

    /// <summary>What a training took.</summary>
    /// <param name="Seconds">Time of its steps by the clock; s.</param>
    /// <param name="Processor">Its processor time, from its start; s.</param>
    /// <param name="ServerProcessor">Processor time of the page's server meanwhile; s.</param>
    private sealed record TrainingTime(double Seconds, double Processor, double ServerProcessor);
}
