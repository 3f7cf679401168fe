using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace ScEdge.Page.Benchmarks;

/// <summary>The page of a folder of runs, as a user starts it.</summary>
internal sealed class PageServer : IDisposable
{
    private const string UrlWords = "The page is at ";

    private readonly Process _process;

    private PageServer(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Gets its address.</summary>
    public string Url { get; }

    /// <summary>Starts it.</summary>
    public static async Task<PageServer> Start(string program, string runs)
    {
        Process process = Process.Start(
            new ProcessStartInfo(program, ["serve", "--runs", runs, "--listen", "127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(UrlWords, StringComparison.Ordinal))
            {
                return new PageServer(process, line[UrlWords.Length..]);
            }
        }

        throw new InvalidOperationException("The page's server did not start.");
    }

    /// <summary>Returns the processor time of the server so far; s; null where the system does not tell which process it is.</summary>
    public double? ProcessorSeconds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // The program starts the server as a process of its own, on one of its threads.
        double seconds = 0;
        foreach (string thread in Directory.GetDirectories($"/proc/{_process.Id}/task"))
        {
            string children = File.ReadAllText(Path.Combine(thread, "children"));
            foreach (string child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                using Process server = Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture));
                seconds += server.TotalProcessorTime.TotalSeconds;
            }
        }

        return seconds;
    }

    public void Dispose()
    {
        // The server ends with the program, by the end of its input.
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
