using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;
using ScEdge.Page.Tests;

namespace ScEdge.Page.Benchmarks;

/// <summary>
/// Time from the call of an exported page to its first stream, and to the one that can be changed, in Chromium with an empty cache, and what went
/// over the wire.
/// </summary>
internal static class FirstStream
{
    // Noted by the page itself, at the change that puts the stream there; looked at from outside it would be as old as the look.
    private const string Notice = """
        new MutationObserver((_, observer) => {
          if (document.querySelector("#ones")) { window.seenStream ??= performance.now(); }
          if (document.querySelector("#page > main #ones")) { window.firstStream = performance.now(); observer.disconnect(); }
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <summary>Measures and prints every run, the least and the median.</summary>
    /// <param name="site">Folder of the page's files.</param>
    /// <param name="runs">How often.</param>
    public static async Task Measure(string site, int runs)
    {
        using IPlaywright driver = await Playwright.CreateAsync();
        List<(double Seen, double Clock, double Processor)> times = [];
        for (int run = 0; run < runs; run++)
        {
            using StaticFiles files = new(site, "site/");
            await using IBrowser browser = await driver.Chromium.LaunchAsync(
                new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
            await using IBrowserContext context = await browser.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            await context.AddInitScriptAsync(Notice);
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(files.Address);
            await page.WaitForFunctionAsync("window.firstStream", null, new() { Timeout = 120_000 });
            long bytes = files.Sent;
            double clock = await page.EvaluateAsync<double>("window.firstStream / 1000");
            double seen = await page.EvaluateAsync<double>("window.seenStream / 1000");
            double processor = await ProcessorSeconds(browser);
            times.Add((seen, clock, processor));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"seen after {seen:F2} s, can be used after {clock:F2} s by the clock, {processor:F2} s of the renderer's processor time, "
                + $"{bytes:N0} bytes{Load()}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seen after {times.Min(static one => one.Seen):F2} s at least, median {Median(times.Select(static one => one.Seen)):F2} s; "
            + $"can be used after {times.Min(static one => one.Clock):F2} s at least, median {Median(times.Select(static one => one.Clock)):F2} s; "
            + $"median {Median(times.Select(static one => one.Processor)):F2} s of processor time; {runs} runs"));
    }

    private static async Task<double> ProcessorSeconds(IBrowser browser)
    {
        ICDPSession session = await browser.NewBrowserCDPSessionAsync();
        JsonElement answer = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value;
        return answer.GetProperty("processInfo").EnumerateArray().Where(static one => one.GetProperty("type").GetString() == "renderer")
            .Sum(static one => one.GetProperty("cpuTime").GetDouble());
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
