using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScEdge.Statistics;

namespace ScEdge.Page.Benchmarks;

/// <summary>
/// The time that a step of a training takes with 20 tabs on it over that with none, in windows of one training that follow each other.
/// </summary>
/// <remarks>
/// Two windows are a pair, their order alternates, and a pair's ratio is of neighbouring seconds of the same process on the same data: what drifts
/// over minutes on a virtual machine meets both. The server runs in all windows. The clients stand for other people's machines: they are a process
/// of their own at the lowest priority, there in all windows. A tab is a client that receives all events and draws nothing: what is measured is the
/// server and the line, not the browser. The mean of the ratio's logarithm has Student's interval. Beside the ratio stands the time that the
/// training's threads stood ready and waited for a core, all of them together, for a second of the clock: the scheduler of Linux counts it in
/// nanoseconds, and whatever else uses the cores can cost the training no more than that, and caches.
/// </remarks>
internal static class TabLoad
{
    private const int Tabs = 20;
    private const string Run = "watched";

    // The first windows count for nothing: what is compiled when it is used often is compiled in them.
    private const int WarmUps = 4;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(14);

    // Opening and closing belongs to no window.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    // More than any measurement lasts; it is ended when that is over.
    private static readonly string[] Training = ["train", "--model=edge", "--epochs=3000", "--baseline=none"];

    /// <summary>Measures and prints every pair, the mean ratio with its interval, and the median.</summary>
    /// <param name="program">Path of scedge.</param>
    /// <param name="pairs">How many.</param>
    public static async Task Measure(string program, int pairs)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-load-");
        using PageServer server = await PageServer.Start(program, folder.FullName);
        string run = Path.Combine(folder.FullName, Run);
        ProcessStartInfo start = new(program, [.. Training, $"--out={run}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process training = Process.Start(start)!;
        Task<string> output = training.StandardOutput.ReadToEndAsync();
        Task<string> errors = training.StandardError.ReadToEndAsync();
        using ClientProcess clients = new(server.Url, Run, Tabs);
        await using StepClock clock = new(Path.Combine(run, "metrics.jsonl"));
        try
        {
            for (int window = 0; window < WarmUps; window++)
            {
                await Observe(server, clients, clock, training.Id, isWatched: window % 2 == 1);
            }

            List<double> logarithms = [];
            List<double> shares = [];
            List<double> waits = [];
            for (int pair = 0; pair < pairs && !training.HasExited; pair++)
            {
                bool isWatchedFirst = pair % 2 == 1;
                Sight first = await Observe(server, clients, clock, training.Id, isWatchedFirst);
                Sight second = await Observe(server, clients, clock, training.Id, !isWatchedFirst);
                (Sight with, Sight without) = isWatchedFirst ? (first, second) : (second, first);
                logarithms.Add(Math.Log(without.Rate / with.Rate));
                shares.Add(with.Server - without.Server);
                waits.Add(with.Wait - without.Wait);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{with.Rate:F2} / {without.Rate:F2} steps a second, time {without.Rate / with.Rate:F4}; "
                    + $"server {with.Server:P2} and {without.Server:P2} of a core; "
                    + $"training waits {with.Wait:P2} and {without.Wait:P2} of the time"));
            }

            long events = clients.End();
            if (training.HasExited || events < Tabs)
            {
                throw new InvalidOperationException($"The training has ended, or only {events} events came: {await errors}");
            }

            Report(logarithms, shares, waits);
        }
        finally
        {
            training.Kill();
            await training.WaitForExitAsync();
            await Task.WhenAll(output, errors);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Sight> Observe(PageServer server, ClientProcess clients, StepClock clock, int training, bool isWatched)
    {
        clients.Set(isWatched);
        await Task.Delay(Settling);
        (double from, double processor, double wait) = (clock.Now, server.ProcessorSeconds() ?? double.NaN, SecondsOfWaiting(training));
        await Task.Delay(Window);
        double to = clock.Now;
        return new Sight(
            clock.Rate(from, to),
            ((server.ProcessorSeconds() ?? double.NaN) - processor) / (to - from),
            (SecondsOfWaiting(training) - wait) / (to - from));
    }

    /// <summary>Returns how long the threads of a process have waited for a core so far; s; NaN where the system does not tell.</summary>
    private static double SecondsOfWaiting(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        // Nanoseconds on a core, nanoseconds in the queue for one, turns.
        return Directory.GetDirectories($"/proc/{process}/task").Sum(static thread =>
            1e-9 * double.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[1], CultureInfo.InvariantCulture));
    }

    private static void Report(List<double> logarithms, List<double> shares, List<double> waits)
    {
        SampleSummary summary = SampleSummary.Of(logarithms)!;
        double[] sorted = [.. logarithms];
        Array.Sort(sorted);
        double median = Math.Exp((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
        SampleSummary share = SampleSummary.Of(shares)!;
        SampleSummary wait = SampleSummary.Of(waits)!;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Tabs} tabs: {Math.Exp(summary.Mean):F4} ({Math.Exp(summary.Low95 ?? summary.Mean):F4} to "
            + $"{Math.Exp(summary.High95 ?? summary.Mean):F4}, 95 % over {summary.Count} pairs), median {median:F4}; "
            + $"the tabs cost the server {share.Mean:P2} of a core (standard deviation {share.StandardDeviation ?? 0:P2}); "
            + $"the training waits {wait.Mean:P2} ± {wait.HalfWidth95 ?? 0:P2} of the time more"));
    }

    /// <summary>What was seen in a window.</summary>
    /// <param name="Rate">Steps of the training in a second.</param>
    /// <param name="Server">Processor time of the page's server in a second; s.</param>
    /// <param name="Wait">How long the training's threads waited for a core in a second; s.</param>
    private sealed record Sight(double Rate, double Server, double Wait);
}
