using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>
/// One browser for all tests, and a page with a folder and a server for each.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Names a folder that pictures of the page go to, for the eye.</summary>
    private const string PicturesVariable = "SCEDGE_PAGE_PICTURES";

    // A page that is built and not published takes its time on a machine that has other work.
    private const float Patience = 120_000;

    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Path is { } path)
        {
            _driver = await Playwright.CreateAsync();
            _browser = await _driver.Chromium.LaunchAsync(
                new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        }
    }

    /// <summary>Opens a context of its own, as another user would have.</summary>
    internal async Task<IBrowserContext> Open(ColorScheme scheme = ColorScheme.Light, int width = 1440)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return context;
    }

    /// <summary>Opens a page; whatever its console says of errors is gathered.</summary>
    internal static async Task<(IPage Page, ConcurrentQueue<string> Errors)> Show(IBrowserContext context, string url)
    {
        IPage page = await context.NewPageAsync();
        ConcurrentQueue<string> errors = new();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Dialog += async (_, dialog) =>
        {
            errors.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.GotoAsync(url);
        await page.Locator("main h1").WaitForAsync();
        return (page, errors);
    }

    /// <summary>Keeps a picture of the whole page where a folder is named.</summary>
    internal static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    /// <summary>Returns the processor time of all pages so far; s.</summary>
    internal async Task<double> ProcessorSeconds()
    {
        ICDPSession session = await _browser!.NewBrowserCDPSessionAsync();
        JsonElement answer = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value;
        await session.DetachAsync();
        return answer.GetProperty("processInfo").EnumerateArray().Where(static one => one.GetProperty("type").GetString() == "renderer")
            .Sum(static one => one.GetProperty("cpuTime").GetDouble());
    }

    /// <summary>Keeps a figure that was measured where a folder is named.</summary>
    internal static async Task Note(string name, string text)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text + "\n");
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _driver?.Dispose();
    }
}

/// <summary>Tests that share the browser, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<Browser>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "browser";
}
