using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>Figures that leave: from the page, from a report that the server shows, and from a report that is a file.</summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed class FigurePageTests(Browser browser) : IDisposable
{
    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [BrowserFact]
    public async Task Figure_OfPageServedReportAndReportFile_LeavesAsDrawingPictureAndPoints()
    {
        _runs.Train("first", [.. TemporaryRuns.Short, "--epochs=2", "--seeds=1,2", $"--figures={_runs.At("../figures")}"]);
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();

        // The report of the run, as the server shows it (no script but its own runs) and as a file, and the view of the run.
        string[] places = [$"{server.Url}data/first/report.html", new Uri(Path.GetFullPath(_runs.At("first/report.html"))).AbsoluteUri];
        foreach (string place in places)
        {
            (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, place);
            await RequireDownloads(page, "loss");
            Assert.Empty(errors);
            Assert.Equal(
                File.ReadAllText(_runs.At("../figures/loss.svg")), await Text(page, "a[download='loss.svg']"));
        }

        (IPage view, ConcurrentQueue<string> complaints) = await Browser.Show(context, server.Url + "#cost");
        await view.Locator("#update-heading").WaitForAsync();
        await RequireDownloads(view, "cost-area");
        await RequireDownloads(view, "cost-macs");
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Drawing_InABrowserOfItsOwn_ShowsItsTitleAndColours()
    {
        string folder = _runs.At("../figures");
        _runs.Train("first", [.. TemporaryRuns.Short, "--epochs=1", $"--figures={folder}"]);
        await using IBrowserContext context = await browser.Open();
        foreach (string file in Directory.EnumerateFiles(folder, "*.svg").Order(StringComparer.Ordinal))
        {
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            string colour = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('text')).fill");
            Assert.Equal("rgb(31, 35, 40)", colour);
            await page.CloseAsync();
        }
    }

    /// <summary>Takes a figure in all three forms, as a reader clicks.</summary>
    private static async Task RequireDownloads(IPage page, string name)
    {
        ILocator links = page.Locator($".downloads:has(a[download='{name}.svg'])");
        string drawing = await Download(page, links.Locator($"a[download='{name}.svg']"), $"{name}.svg");
        XElement svg = XDocument.Load(drawing).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        string points = File.ReadAllText(await Download(page, links.Locator($"a[download='{name}.csv']"), $"{name}.csv"));
        Assert.True(points.Count(static one => one == '\n') > 2, points);
        byte[] picture = File.ReadAllBytes(await Download(page, links.Locator(".as-png"), $"{name}.png"));
        Assert.Equal(0x89504E47u, BinaryPrimitives.ReadUInt32BigEndian(picture));
        Assert.Equal(Math.Round(3 * (double)svg.Attribute("width")!), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), 3.0);
        Assert.True(picture.Length > 10_000, $"{picture.Length} bytes");
    }

    private static async Task<string> Download(IPage page, ILocator link, string name)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await download.PathAsync();
    }

    private static Task<string> Text(IPage page, string link) => page.EvaluateAsync<string>(
        "selector => new TextDecoder().decode(Uint8Array.from(atob(document.querySelector(selector).href.split(',')[1]), one => one.charCodeAt(0)))",
        link);
}
