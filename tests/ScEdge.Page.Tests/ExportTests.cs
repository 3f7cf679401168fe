using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>The page as files: published from the checkout, served below a path by a server of files, read in a browser.</summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed partial class ExportTests(Browser browser) : IDisposable
{
    private const long MostBytes = 6_000_000;

    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    // The numbers of ones of the first streams: in the page as it was written, and as the browser computes them.
    [GeneratedRegex("id=\"ones\">[0-9, ]+<")]
    private static partial Regex Ones();

    [BrowserFact]
    public async Task Export_FromACheckout_ShowsStreamsAndReadsADigitWithoutAServer()
    {
        _runs.Train("first", "--model=edge", "--epochs=1", "--limit=16000", "--baseline=none");
        string site = _runs.At("../site");
        TemporaryRuns.Run("serve", "--export", site, "--parameters", _runs.At("first"));
        using StaticFiles files = new(site, "papers/supplement/");
        await using IBrowserContext context = await browser.Open();

        double before = await browser.ProcessorSeconds();
        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, files.Address);
        string ahead = Ones().Match(await File.ReadAllTextAsync(Path.Combine(site, "index.html"))).Value;
        Assert.NotEmpty(ahead);
        await page.Locator("#page > main #ones").WaitForAsync();
        Assert.Equal(ahead, Ones().Match(await page.Locator("#page").InnerHTMLAsync()).Value);
        double clock = await page.EvaluateAsync<double>("performance.now() / 1000");
        double busy = await browser.ProcessorSeconds() - before;
        long first = files.Sent;
        Assert.True(first < MostBytes, $"{first} bytes to the first stream");
        await page.Locator("a[download='errors.svg']").WaitForAsync();
        Assert.Equal(["Streams", "Draw"], await page.Locator(".page-bar nav a").AllInnerTextsAsync());
        await Browser.Note("export", FormattableString.Invariant($"{first} bytes, {clock:F1} s by the clock, {busy:F2} s of processor time"));

        (IPage drawing, ConcurrentQueue<string> complaints) = await Browser.Show(context, files.Address + "#draw?strokes=202080204888~");
        await Assertions.Expect(drawing.Locator("#readings")).ToHaveTextAsync("8 readings");
        await Assertions.Expect(drawing.Locator("#answer")).ToHaveTextAsync("7");
        Assert.Equal(0, await drawing.Locator("#place").CountAsync());
        await Browser.Picture(drawing, "export-draw");
        (IPage vectors, _) = await Browser.Show(context, files.Address + "#vectors");
        await Assertions.Expect(vectors.Locator("#verdict")).ToHaveTextAsync("195 passed, 0 failed");
        Assert.Empty(errors);
        Assert.Empty(complaints);
        Assert.Equal([], files.Missing);
    }
}
