using System;
using System.Diagnostics;
using System.Globalization;

namespace ScEdge.Page.Benchmarks;

/// <summary>Tabs as a process of their own at the lowest priority, as if they were on other machines.</summary>
internal sealed class ClientProcess : IDisposable
{
    /// <summary>Line that opens the tabs.</summary>
    public const string OpenWord = "open";

    /// <summary>Line that closes them.</summary>
    public const string CloseWord = "close";

    private readonly Process _process;

    /// <summary>Starts the process, without tabs.</summary>
    /// <param name="url">Address of the page.</param>
    /// <param name="run">Name of the run.</param>
    /// <param name="tabs">How many it opens.</param>
    public ClientProcess(string url, string run, int tabs)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] words = [typeof(ClientProcess).Assembly.Location, "watch", url, run, tabs.ToString(CultureInfo.InvariantCulture)];
        foreach (string word in Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? words : words[1..])
        {
            start.ArgumentList.Add(word);
        }

        _process = Process.Start(start)!;
        _process.PriorityClass = ProcessPriorityClass.Idle;
    }

    /// <summary>Opens or closes the tabs.</summary>
    public void Set(bool isOpen)
    {
        _process.StandardInput.WriteLine(isOpen ? OpenWord : CloseWord);
        _process.StandardInput.Flush();
    }

    /// <summary>Closes the tabs and ends the process.</summary>
    /// <returns>How many pictures of the run came, in all of them.</returns>
    public long End()
    {
        _process.StandardInput.Close();
        return long.Parse(_process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
