using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace ScEdge.Page.Tests;

/// <summary>What a hostile page, name or file tries.</summary>
[Collection(SharedBrowser.Name)]
[Trait("Kind", "Process")]
public sealed class AttackTests(Browser browser) : IDisposable
{
    private const string Script = "<img src=x onerror=alert(1)>";

    private readonly TemporaryRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Server_RequestsOfOthers_AreRefused()
    {
        _runs.Train("first", "--model=edge", "--epochs=1", "--limit=64", "--validation=0", "--optimizer=sgd");
        File.WriteAllText(Path.Combine(_runs.Path, "..", "secret.txt"), "secret");
        File.CreateSymbolicLink(_runs.At("first/metrics.jsonl.link"), Path.Combine(_runs.Path, "..", "secret.txt"));
        File.Delete(_runs.At("first/metrics.csv"));
        File.CreateSymbolicLink(_runs.At("first/metrics.csv"), Path.Combine(_runs.Path, "..", "secret.txt"));
        Directory.CreateSymbolicLink(_runs.At("outside"), Path.GetTempPath());
        using ServerProcess server = await ServerProcess.Start(_runs.Path);

        Assert.Equal(HttpStatusCode.OK, await Get(server, "api/server"));
        Assert.Equal(HttpStatusCode.OK, await Get(server, "data/first/manifest.json"));
        foreach (string host in new[] { "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80" })
        {
            Assert.NotEqual(HttpStatusCode.OK, await Get(server, "api/server", request => request.Headers.Host = host));
        }

        foreach ((string name, string value) in new[] { ("Origin", "http://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Get(server, "api/server", request => request.Headers.Add(name, value)));
        }

        // What a form of another site can send without asking first.
        foreach (string type in new[] { "text/plain", "application/x-www-form-urlencoded" })
        {
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Post(server, "api/runs/start", """{"name":"x","settings":[]}""", type));
        }

        string[] paths =
        [
            "data/../secret.txt", "data/..%2fsecret.txt", "data/first/..%2f..%2fsecret.txt", "data/first/%2e%2e/%2e%2e/secret.txt",
            "data/%2e%2e%2fsecret.txt",
            "data/first/metrics.jsonl.link", "data/first/metrics.csv", "data/outside/secret.txt", "data/first/.lock",
            "data/first/checkpoint.safetensors",
            "data//etc/passwd", "data/%2fetc%2fpasswd", "data/first/manifest.json%00.html", @"data/first/..\..\secret.txt", "..%2f..%2fsecret.txt",
        ];
        foreach (string path in paths)
        {
            UriCreationOptions asItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };
            using HttpResponseMessage response = await server.Client.GetAsync(new Uri(server.Url + path, in asItIs));
            Assert.False(response.IsSuccessStatusCode, path);
            Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFiles(_runs.Path));
    }

    [Fact]
    public async Task Start_NamesAndBodiesOfOthers_StartNothing()
    {
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        string[] names = ["../x", "/etc/x", "a/../../x", ".hidden", "-x", "a//b", @"a\\b", Script, "a\\u0000b", new string('a', 300)];
        foreach (string name in names)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/runs/start", $$"""{"name":"{{name}}","settings":[]}"""));
        }

        Assert.Equal(
            HttpStatusCode.BadRequest, await Post(server, "api/runs/start", """{"name":"a","settings":[{"name":"out","value":"elsewhere"}]}"""));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await Post(server, "api/runs/start", """{"name":"a","settings":[{"name":"epochs","value":"1 --out=elsewhere"}]}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/runs/resume", """{"name":"../.."}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/boards", """{"port":"/etc/passwd","action":"info","run":""}"""));
        string blank = Convert.ToBase64String(new byte[28 * 28]);
        string[] drawings =
        [
            Drawing("../..", "host", blank, 32, 1), Drawing("x", "/etc/passwd", blank, 32, 1), Drawing("x", "host", "AAAA", 32, 1),
            Drawing("x", "host", "no base64", 32, 1), Drawing("x", "host", blank, 33, 1), Drawing("x", "host", blank, 1 << 20, 1),
            Drawing("x", "host", blank, 32, 1000), Drawing("x", "host", blank, 32, -1),
        ];
        foreach (string drawing in drawings)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/draw", drawing));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/runs/stop", """{"name":"../.."}"""));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(server, "api/runs/start", "{"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(server, "api/runs/start", new string(' ', 1 << 20)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_runs.Path));
    }

    [Fact]
    public async Task Server_BeyondThisMachineWithoutAKey_RefusesToStart()
    {
        (int code, string error) = await ServerProcess.Refused(_runs.Path, "0.0.0.0:0");

        Assert.Equal(3, code);
        Assert.Equal("scedge: 0.0.0.0:0 lies beyond this machine: give a key that browsers must know, or 127.0.0.1.", error.Trim());
    }

    [BrowserFact]
    public async Task Page_ScriptInNamesAndReports_IsText()
    {
        _runs.Train("first", "--model=edge", "--epochs=1", "--limit=64", "--validation=0", "--optimizer=sgd");
        Directory.Move(_runs.At("first"), _runs.At(Script));
        string manifest = Path.Combine(_runs.At(Script), "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"MNIST\"", $"\"{Script}\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_runs.At(Script), "report.html"), "<!DOCTYPE html><title>r</title><p>report<script>alert(2)</script>");
        using ServerProcess server = await ServerProcess.Start(_runs.Path);
        await using IBrowserContext context = await browser.Open();

        (IPage page, ConcurrentQueue<string> errors) = await Browser.Show(context, $"{server.Url}#runs?run={Uri.EscapeDataString(Script)}");
        await page.GetByRole(AriaRole.Heading, new() { Name = Script }).WaitForAsync();
        Assert.Equal(0, await page.Locator("main img").CountAsync());
        Assert.Empty(errors);

        IPage report = await context.NewPageAsync();
        bool hasSpoken = false;
        report.Dialog += async (_, dialog) =>
        {
            hasSpoken = true;
            await dialog.DismissAsync();
        };
        await report.GotoAsync($"{server.Url}data/{Uri.EscapeDataString(Script)}/report.html");
        await report.GetByText("report").WaitForAsync();
        Assert.False(hasSpoken);
    }

    [BrowserFact]
    public async Task Page_WithAKey_OpensForThoseWhoKnowIt()
    {
        string key = _runs.At("../page.key");
        File.WriteAllText(key, "0123456789abcdef0123456789abcdef\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using ServerProcess server = await ServerProcess.Start(_runs.Path, keyFile: key);
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(server, "api/server"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Get(server, "data/networks.json"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(server, "api/session", """{"nonce":"00","proof":"00"}"""));

        await using IBrowserContext context = await browser.Open();
        (IPage page, _) = await Browser.Show(context, server.Url);
        await page.GetByLabel("Key").FillAsync("not the key of this page");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("That is not the key").WaitForAsync();
        await page.GetByLabel("Key").FillAsync("0123456789abcdef0123456789abcdef");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("There is none yet").WaitForAsync();
    }

    private static string Drawing(string network, string place, string pixels, int length, int count) =>
        $$"""
        {"network":"{{network}}","place":"{{place}}","pixels":"{{pixels}}","length":{{length}},"source":"sobol","seed":1,"first":0,"count":{{count}}}
        """;

    private static async Task<HttpStatusCode> Get(ServerProcess server, string path, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        change?.Invoke(request);
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> Post(ServerProcess server, string path, string body, string type = "application/json")
    {
        using StringContent content = new(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        using HttpResponseMessage response = await server.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return response.StatusCode;
    }
}
