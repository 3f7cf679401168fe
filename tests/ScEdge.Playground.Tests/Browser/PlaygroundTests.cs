using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ScEdge.Playground.Drawing;
using ScEdge.Playground.Networks;
using ScEdge.Playground.Streams;
using ScEdge.Playground.Tests.Boards;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Playground.Tests.Browser;

/// <summary>Streams and Draw in a browser, where the code of shared runs as WebAssembly.</summary>
[Trait("Kind", "System")]
public sealed class PlaygroundTests(OpenPage open) : IClassFixture<OpenPage>
{
    private static readonly ReadingSettings Reading = new(32, StreamSource.SharedCells, 1);
    private static readonly int[] Widths = [400, 800, 1440];

    private IPage Page => open.Page;

    [BrowserFact]
    public async Task Streams_SameSettings_HaveTheCountsOfTheLibrary()
    {
        string[] links =
        [
            "#streams", "#streams?p=0.3&q=0.85&seed=42&length=4096&source=counter&gate=xnor&correlation=-0.5",
            "#streams?p=0.7&q=0.2&preset=jo2009&effects=device-to-device%3D0.3,stuck-set%3D0.02&length=1024&gate=mux",
            "#streams?source=lfsr&gate=divide&p=0.1&q=0.6&correlation=1", "#streams?source=formatone&p=0.25&length=512",
        ];
        foreach (string link in links)
        {
            await open.GoAsync(link);
            StreamExperiment expected = new(StreamState.Read(StateOf(link)));

            await Assertions.Expect(Page.Locator("#ones")).ToHaveTextAsync(
                $"{expected.Streams.A.CountOnes()}, {expected.Streams.B.CountOnes()}, {expected.Result.CountOnes()}");
            await Assertions.Expect(Page.Locator("#obtained")).ToHaveTextAsync(
                expected.Obtained.ToString("0.00000", CultureInfo.InvariantCulture).Replace('-', '−'));
        }

        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Streams_ByKeysAlone_ChangeAndStandInTheAddress()
    {
        await open.GoAsync("#streams");
        await Page.Locator("#p").FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(Page.Locator("#ones")).ToHaveTextAsync("256, 0, 0");
        await Page.WaitForURLAsync(new Regex("p=1&q=0$"));

        await Page.GetByRole(AriaRole.Button, new() { Name = "One source for both" }).PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#scc")).ToHaveTextAsync("1");
        string counts = await Page.Locator("#ones").InnerTextAsync();
        await open.ReloadAsync();

        await Assertions.Expect(Page.Locator("#ones")).ToHaveTextAsync(counts);
        await Assertions.Expect(Page.Locator("button[aria-pressed=true]")).ToHaveTextAsync("One source for both");
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Draw_StrokesOfTheMouse_AreReadAndTheLinkShowsThem()
    {
        await open.GoAsync("#draw");
        await Assertions.Expect(Page.Locator("#network")).ToHaveTextAsync("MNIST, edge");
        await StrokeAsync(DrawSettings.StrokesOf(SampleDigits.All[7]));
        await ExpectDigitAsync("7");
        string link = Page.Url[Page.Url.IndexOf('#', System.StringComparison.Ordinal)..];
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#answer")).ToHaveTextAsync("–");
        await StrokeAsync(DrawSettings.StrokesOf(SampleDigits.All[3]));
        await ExpectDigitAsync("3");

        await open.GoAsync(link);
        await ExpectDigitAsync("7");
        await Assertions.Expect(Page.Locator("#readings")).ToHaveTextAsync("8 readings");
        LocalReader reader = new(TrainedRegisters.Read(open.Registers));
        byte[] pixels = DigitImage.Of(DrawSettings.StrokesOf(StateOf(link)["strokes"]));
        long bits = Enumerable.Range(0, 8).Sum(serial => reader.Read(pixels, Reading, (uint)serial).Counts.Bits);
        await Assertions.Expect(Page.Locator("#bits")).ToHaveTextAsync((bits / 8).ToString("N0", CultureInfo.InvariantCulture));
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Draw_ByKeysAlone_IsRead()
    {
        await open.GoAsync("#draw");
        await Page.Locator("canvas").FocusAsync();
        await PressAsync("ArrowUp", 8);
        await PressAsync(" ", 1);
        await PressAsync("ArrowDown", 16);
        await PressAsync(" ", 1);

        await ExpectDigitAsync("1");
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Draw_BoardAtASerialPort_ReadsTheSameBits()
    {
        using BoardAtAPort board = new();
        await StandInPort.PutAsync(Page, board);
        await open.GoAsync($"#draw?strokes={SampleDigits.All[2]}");
        await open.ReloadAsync();
        await ExpectDigitAsync("2");
        await Assertions.Expect(Page.Locator("#readings")).ToHaveTextAsync("8 readings");
        string bits = await Page.Locator("#bits").InnerTextAsync();
        string energy = await Page.Locator("#energy").InnerTextAsync();

        await Page.Locator("#connect").ClickAsync();

        await Assertions.Expect(Page.Locator("#board")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Page.GetByText("Read on the board")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#readings")).ToHaveTextAsync("8 readings", new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#answer")).ToHaveTextAsync("2");
        await Assertions.Expect(Page.Locator("#bits")).ToHaveTextAsync(bits);
        await Assertions.Expect(Page.Locator("#energy")).ToHaveTextAsync(energy);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Read in this browser")).ToBeVisibleAsync();
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Draw_BoardEmulatedInThePage_ReadsTheSameBits()
    {
        await open.GoAsync($"#draw?strokes={SampleDigits.All[4]}");
        await ExpectDigitAsync("4");
        await Assertions.Expect(Page.Locator("#readings")).ToHaveTextAsync("8 readings");
        string bits = await Page.Locator("#bits").InnerTextAsync();

        await Page.Locator("#emulate").ClickAsync();

        await Assertions.Expect(Page.Locator("#board")).ToContainTextAsync("emulated in this page", new() { Timeout = 60_000 });
        await Assertions.Expect(Page.GetByText("Read on the board")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#readings")).ToHaveTextAsync("8 readings", new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#answer")).ToHaveTextAsync("4");
        await Assertions.Expect(Page.Locator("#bits")).ToHaveTextAsync(bits);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Read in this browser")).ToBeVisibleAsync();
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Vectors_InTheBrowser_AreThoseOfTheFiles()
    {
        await open.GoAsync("#vectors");

        await Assertions.Expect(Page.Locator("#verdict")).ToHaveTextAsync("195 passed, 0 failed", new() { Timeout = 120_000 });
        open.RequireSilence();
    }

    [BrowserFact]
    public async Task Views_AnyWidthLightOrDark_FitAndCanBeReadByAll()
    {
        List<string> problems = [];
        foreach (string view in (string[])["streams?preset=jo2009&effects=stuck-set%3D0.1", $"draw?strokes={SampleDigits.All[5]}"])
        {
            await open.GoAsync("#" + view);
            await Assertions.Expect(Page.Locator(view.StartsWith('d') ? ".pg-maps" : "#errors-title")).ToBeAttachedAsync(new() { Timeout = 120_000 });
            foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (int width in Widths)
                {
                    await Page.SetViewportSizeAsync(width, 900);
                    string place = $"{view.Split('?')[0]}-{width}-{scheme}";
                    int beyond = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                    problems.AddRange(beyond > 0 ? [$"{place}: {beyond} pixels too wide"] : []);
                    await open.PictureAsync(place);
                }

                AxeResult result = await Page.Locator("main").RunAxe();
                problems.AddRange(result.Violations.Select(one => $"{view}, {scheme}: {one.Id}: {one.Nodes[0].Html}"));
            }
        }

        Assert.Equal("", string.Join('\n', problems));
        open.RequireSilence();
    }

    private async Task StrokeAsync(Strokes strokes)
    {
        LocatorBoundingBoxResult box = (await Page.Locator("canvas").BoundingBoxAsync())!;
        foreach (IReadOnlyList<(double X, double Y)> line in strokes.Lines)
        {
            (float X, float Y)[] points =
            [
                .. line.Select(point => ((float)(box.X + (point.X * box.Width)), (float)(box.Y + (point.Y * box.Height)))),
            ];
            await Page.Mouse.MoveAsync(points[0].X, points[0].Y);
            await Page.Mouse.DownAsync();
            foreach ((float x, float y) in points)
            {
                await Page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
            }

            await Page.Mouse.UpAsync();
        }
    }

    /// <summary>Waits until a class leads for sure, and requires that it is the digit.</summary>
    private async Task ExpectDigitAsync(string digit)
    {
        await Assertions.Expect(Page.Locator("#answer")).ToHaveTextAsync(digit, new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#decided")).ToContainTextAsync("after", new() { Timeout = 60_000 });
        await Assertions.Expect(Page.Locator("#answer")).ToHaveTextAsync(digit);
    }

    private async Task PressAsync(string key, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    private static Dictionary<string, string> StateOf(string link) => link.Contains('?', System.StringComparison.Ordinal)
        ? link[(link.IndexOf('?', System.StringComparison.Ordinal) + 1)..].Split('&').Select(static pair => pair.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => System.Uri.UnescapeDataString(pair[1]))
        : [];
}
