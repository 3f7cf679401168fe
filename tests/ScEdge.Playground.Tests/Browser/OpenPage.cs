using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Playground.Tests.Browser;

/// <summary>One browser with the page in it; the tests of a class take turns.</summary>
public sealed class OpenPage : IAsyncLifetime, IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private PageFiles? _files;
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Gets the page.</summary>
    internal IPage Page { get; private set; } = null!;

    /// <summary>Gets the file of the network that the page reads with.</summary>
    internal byte[] Registers { get; private set; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Path is not { } path)
        {
            return;
        }

        IReadOnlyDictionary<string, byte[]> networks = TrainedNetworkFiles.Create();
        Registers = networks[TrainedNetworkFiles.RegistersAddress];
        _files = new PageFiles(networks);
        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        Page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        Page.SetDefaultTimeout(120_000);
        Page.Console += (_, message) => Complain(message.Type is "error" or "warning", message.Text);
        Page.PageError += (_, error) => Complain(isOne: true, error);
        await Page.GotoAsync(_files.Address);
        await Page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Goes to a view by its link, as a reader who was given one, and forgets earlier complaints.</summary>
    internal async Task GoAsync(string hash)
    {
        _complaints.Clear();
        await Page.GotoAsync(_files!.Address + hash);
        await Page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Loads the page anew.</summary>
    internal async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Requires that the console was silent.</summary>
    internal void RequireSilence() => Assert.Empty(_complaints);

    /// <summary>Keeps a picture of the page where a folder is named.</summary>
    internal async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCEDGE_PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    /// <inheritdoc/>
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _driver?.Dispose();
        _files?.Dispose();
    }

    private void Complain(bool isOne, string text)
    {
        if (isOne)
        {
            _complaints.Enqueue(text);
        }
    }
}
