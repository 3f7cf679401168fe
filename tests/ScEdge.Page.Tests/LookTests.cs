using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>
/// Every view at every width, light and dark: nothing overflows, nothing is said in the console, everything has a label and contrast.
/// </summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed class LookTests(Browser browser) : IDisposable
{
    private static readonly (string Name, string Address, string Sign)[] Views =
    [
        ("runs", "#runs", "table.run-table"),
        ("form", "#runs?new=1", "#start-model"),
        ("run", "#runs?run=first", ".run-panel svg.plot"),
        ("compare", "#runs?first=first&second=second", ".comparison"),
        ("cost", "#cost", "#update-heading"),
        ("boards", "#boards", "main .summary"),
    ];

    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [BrowserFact]
    public async Task View_AnyWidthAndColours_FitsAndIsReadable()
    {
        _runs.Train("first", [.. TemporaryRuns.Short, "--epochs=2", "--seeds=1,2"]);
        _runs.Train("second", [.. TemporaryRuns.Short, "--epochs=2", "--seeds=1,2", "--stream-length=8"]);
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using IBrowserContext context = await browser.Open(scheme);
            (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, server.Url);
            foreach ((string name, string address, string sign) in Views)
            {
                await page.EvaluateAsync("hash => { location.hash = hash; }", address);
                await page.Locator(sign).First.WaitForAsync();
                foreach (int width in new[] { 1440, 800, 400 })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                    Assert.True(overflow <= 0, $"{name} at {width}: {overflow} pixels too wide");
                    await Browser.Picture(page, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}");
                }

                AxeResult found = await page.RunAxe();
                Assert.True(found.Violations.Length == 0, $"{name}, {scheme}: {string.Join("; ", found.Violations.Select(Words))}");
            }

            Assert.Empty(errors);
        }
    }

    [BrowserFact]
    public async Task Page_KeysAlone_ReachViewsFormAndRun()
    {
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();
        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, server.Url);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("To the content", await Focused(page));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Runs", await Focused(page));
        while (await Focused(page) != "Cost")
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Cost", Exact = true }).WaitForAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Runs", Exact = true }).WaitForAsync();
        Assert.Empty(errors);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static string Words(AxeResultItem item) =>
        $"{item.Id} ({item.Help}) at {string.Join(", ", item.Nodes.Select(static node => node.Html).Take(3))}";
}
