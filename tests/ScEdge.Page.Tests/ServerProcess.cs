using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ScEdge.Cli.Serving;

namespace ScEdge.Page.Tests;

/// <summary>
/// The server as the command line starts it, from its own build, told by the line that the command line writes.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private const string UrlWords = "The page is at ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServerProcess(Process process, string url)
    {
        (_process, Url) = (process, url);
        Client = new HttpClient { BaseAddress = new Uri(url) };
    }

    /// <summary>Gets the address of the page.</summary>
    public string Url { get; }

    /// <summary>Gets a client for it, which sends what no browser does.</summary>
    public HttpClient Client { get; }

    /// <summary>Gets the words that start the program.</summary>
    public static string[] Program => [Dotnet, Path.Combine(AppContext.BaseDirectory, "scedge.dll")];

    private static string Dotnet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Starts a server.</summary>
    /// <param name="runs">Folder of the runs.</param>
    /// <param name="port">TCP port; 0 for any.</param>
    /// <param name="keyFile">File of its key; null for none.</param>
    /// <param name="boards">Boards to show.</param>
    public static async Task<ServerProcess> Start(string runs, int port = 0, string? keyFile = null, params string[] boards)
    {
        (Process process, Task<string> error) = Run(runs, $"127.0.0.1:{port}", keyFile, boards);
        string? line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.True(line?.StartsWith(UrlWords, StringComparison.Ordinal), line ?? await error);
        return new ServerProcess(process, line![UrlWords.Length..]);
    }

    /// <summary>Starts a server that is to refuse, and returns its exit code and what it says.</summary>
    public static async Task<(int Code, string Error)> Refused(string runs, string listen)
    {
        (Process process, Task<string> error) = Run(runs, listen, keyFile: null, []);
        using (process)
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, await error);
        }
    }

    /// <summary>Ends it as a crash does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends it as the command line does, by the end of its standard input.</summary>
    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(Patience))
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    private static (Process Process, Task<string> Error) Run(string runs, string listen, string? keyFile, string[] boards)
    {
        ProcessStartInfo start = new(Dotnet, [ServerPath])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // Not what the person who runs the tests has at home.
        start.Environment["SCEDGE_CONFIG"] = "";
        Process process = Process.Start(start)!;
        JsonNode line = JsonNode.Parse(ServeSession.Line(new ServeSettings { Runs = runs, Listen = listen, KeyFile = keyFile, Ports = boards }))!;
        line["program"] = JsonSerializer.SerializeToNode<IReadOnlyList<string>>(Program);
        process.StandardInput.WriteLine(line.ToJsonString());
        process.StandardInput.Flush();
        return (process, process.StandardError.ReadToEndAsync());
    }

    // Its own build knows where the page's files are; beside the tests it does not.
    private static string ServerPath
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            string build = Path.Combine("bin", folder.Parent!.Name, folder.Name);
            DirectoryInfo root = folder;
            while (!File.Exists(Path.Combine(root.FullName, "ScEdge.sln")))
            {
                root = root.Parent!;
            }

            return Path.Combine(root.FullName, "host", "ScEdge.Serve", build, "scedge-serve.dll");
        }
    }
}
