using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>The view of a board, and drawings that a board reads, against an emulated one.</summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed class BoardPageTests(Browser browser) : IDisposable
{
    private const string Seven = "202080204888~";

    private static readonly string[] Shown = ["#bits", "#energy", "#decided"];

    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [BrowserFact]
    public async Task Boards_AnEmulatedBoard_IsWatchedCalibratedAndGivenParameters()
    {
        _runs.Train("first", [.. TemporaryRuns.Short, "--epochs=1"]);
        using EmulatedBoard board = await EmulatedBoard.Start("--front-end", "jo2009");
        using ServerProcess server = await ServerProcess.Start(_runs.Path, boards: board.Port);
        await using IBrowserContext context = await browser.Open();
        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, server.Url + "#boards");

        // Text and reports of the board, as monitor decodes them.
        await page.Locator(".console .text").First.WaitForAsync();
        await page.Locator(".console .telemetry").First.WaitForAsync();
        await Assertions.Expect(page.Locator("dl[aria-label=Telemetry] dt").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".console .frames").CountAsync());
        await page.GetByLabel("every frame too").CheckAsync();
        await page.Locator(".console .frames").First.WaitForAsync();

        // What is done with it gives way to the watching and back.
        await page.GetByRole(AriaRole.Button, new() { Name = "What is it?" }).ClickAsync();
        await page.Locator("section[aria-labelledby=actions-heading] dt", new() { HasText = "stream format" }).WaitForAsync();
        TemporaryRuns.Run("device", "calibrate", "--port", board.Port);
        await page.GetByRole(AriaRole.Button, new() { Name = "Calibration curves" }).ClickAsync();
        await page.Locator("a[download='board-cells.csv']").WaitForAsync();
        Assert.True(await page.Locator("svg.plot path.line").CountAsync() > 0);
        await Browser.Picture(page, "boards-calibration");

        await page.Locator("#board-run").SelectOptionAsync("first");
        await page.GetByRole(AriaRole.Button, new() { Name = "Push parameters" }).ClickAsync();
        await Done(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare parameters" }).ClickAsync();
        await Done(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pull parameters" }).ClickAsync();
        await Done(page);
        string pulled = Assert.Single(Directory.GetFiles(_runs.At("pulled")));
        Assert.NotEqual(0, new FileInfo(pulled).Length);
        await Browser.Picture(page, "boards");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Draw_OnTheServersMachineAndOnABoard_IsReadWithTheSameBitsAsHere()
    {
        _runs.Train("first", "--model=edge", "--epochs=1", "--limit=16000", "--baseline=none");
        using EmulatedBoard board = await EmulatedBoard.Start();
        using ServerProcess server = await ServerProcess.Start(_runs.Path, boards: board.Port);
        await using IBrowserContext context = await browser.Open();
        string bits = "";
        foreach (string place in new[] { "", "host", board.Port })
        {
            string where = place.Length == 0 ? "" : $"&place={Uri.EscapeDataString(place)}";
            (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, $"{server.Url}#draw?strokes={Seven}{where}");
            await Assertions.Expect(page.Locator("#readings")).ToHaveTextAsync("8 readings");
            await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("7");
            await Assertions.Expect(page.Locator("#place")).ToHaveValueAsync(place);
            string[] shown = await Task.WhenAll(Shown.Select(one => page.Locator(one).InnerTextAsync()));
            string drawn = string.Join('|', shown) + await page.EvaluateAsync<string>("document.querySelector('.scores').innerHTML");
            bits = bits.Length == 0 ? drawn : bits;
            Assert.Equal(bits, drawn);
            Assert.True(await page.Locator(".pg-map").CountAsync() > 1);
            Assert.Empty(errors);
            await page.CloseAsync();
        }
    }

    private static async Task Done(IPage page)
    {
        ILocator busy = page.GetByRole(AriaRole.Button, new() { Name = "What is it?", Disabled = true });
        await Assertions.Expect(busy).ToHaveCountAsync(0);
        await page.Locator("section[aria-labelledby=actions-heading] dl.facts dt").First.WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Alert).CountAsync());
    }
}
