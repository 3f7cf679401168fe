using System;
using System.Diagnostics;
using System.Globalization;

namespace ScEdge.Page.Benchmarks;

/// <summary>Tabs as a process of their own at the lowest priority, as if they were on other machines.</summary>
internal sealed class ClientProcess : IDisposable
{
    private readonly Process? _process;

    /// <summary>Opens the tabs.</summary>
    /// <param name="url">Address of the page.</param>
    /// <param name="run">Name of the run.</param>
    /// <param name="tabs">How many; 0 for no process.</param>
    public ClientProcess(string url, string run, int tabs)
    {
        if (tabs == 0)
        {
            return;
        }

        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] words = [typeof(ClientProcess).Assembly.Location, "watch", url, run, tabs.ToString(CultureInfo.InvariantCulture)];
        foreach (string word in Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? words : words[1..])
        {
            start.ArgumentList.Add(word);
        }

        _process = Process.Start(start)!;
        _process.PriorityClass = ProcessPriorityClass.Idle;
    }

    /// <summary>Closes the tabs.</summary>
    /// <returns>How many pictures of the run came, in all of them.</returns>
    public long End()
    {
        _process?.StandardInput.Close();
        return _process is null ? 0 : long.Parse(_process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose() => _process?.Dispose();
}
