using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>Trainings from the page: started, watched, reloaded, stopped, continued.</summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed class TrainingPageTests(Browser browser) : IDisposable
{
    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [BrowserFact]
    public async Task Training_StartedReloadedStoppedAndResumedInTwoTabs_HasTheBytesOfTheCommand()
    {
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();
        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, server.Url + "#runs?new=1");
        await Fill(page, ("name", "by-page"), ("epochs", "12"), ("limit", "3000"));
        await page.Locator("#start-model").FillAsync("edge");
        await page.Locator("summary").First.ClickAsync();
        await Fill(page, ("validation", "500"), ("threads", "1"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "by-page" }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        // The address is all that a second tab and a page that is loaded anew need.
        (IPage second, ConcurrentQueue<string> secondErrors) = await Browser.Show(context, page.Url);
        await second.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".run-panel .state")).ToHaveTextAsync("finished");
        await Assertions.Expect(second.Locator(".run-panel .state")).ToHaveTextAsync("finished");
        await Assertions.Expect(page.Locator(".run-panel svg.plot")).ToHaveCountAsync(2);
        await Browser.Picture(page, "run");

        _runs.Train("by-command", [.. TemporaryRuns.Short, "--epochs=12"]);
        _runs.AssertSame("by-page", "by-command");
        Assert.Empty(errors);
        Assert.Empty(secondErrors);
    }

    [BrowserFact]
    public async Task Training_StartedInATerminal_IsStoppedFromThePageAndGoesOnToTheSameBytes()
    {
        string[] options = [.. TemporaryRuns.Short, "--epochs=12"];
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();
        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, server.Url);
        using System.Diagnostics.Process training = TemporaryRuns.Start(["train", .. options, $"--out={_runs.At("elsewhere")}"]);

        await page.EvaluateAsync("hash => { location.hash = hash; }", "#runs?run=elsewhere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).WaitForAsync();
        await training.WaitForExitAsync();
        Assert.Equal(130, training.ExitCode);

        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Assertions.Expect(page.Locator(".run-panel .state")).ToHaveTextAsync("finished");
        _runs.Train("whole", options);
        _runs.AssertSame("elsewhere", "whole");
        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Training_SettingThatCannotBeUsed_IsRefusedInTheWordsOfTheCommand()
    {
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();
        (IPage page, _) = await Browser.Show(context, server.Url + "#runs?new=1");

        // By keys alone: from the field the form is sent by Enter.
        await page.Locator("#start-epochs").FocusAsync();
        await page.Keyboard.TypeAsync("-3");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("-3 epochs cannot be trained: give a number from 1 to 10000.");
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(_runs.Path));
    }

    [BrowserFact]
    public async Task Page_ServerKilledAndBack_GoesOnByItself()
    {
        ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();
        (IPage page, _) = await Browser.Show(context, server.Url);
        await page.GetByText("There is none yet").WaitForAsync();

        server.Kill();
        await page.GetByText("The server does not answer").WaitForAsync();
        using ServerProcess back = await ServerProcess.Start(_runs.Path, new Uri(server.Url).Port);
        await Assertions.Expect(page.GetByText("The server does not answer")).ToHaveCountAsync(0);
        server.Dispose();
    }

    private static async Task Fill(IPage page, params (string Name, string Value)[] values)
    {
        foreach ((string name, string value) in values)
        {
            await page.Locator($"#start-{name}").FillAsync(value);
        }
    }
}
