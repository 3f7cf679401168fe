using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>
/// <c>scedge emulate</c>, or another command that runs until it is ended, as a process of its own whose lines are read as they come.
/// </summary>
internal sealed class EmulatorProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private EmulatorProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            lock (_output)
            {
                _output.Append(line.Data).Append('\n');
                Monitor.PulseAll(_output);
            }
        };
        process.BeginOutputReadLine();
    }

    /// <summary>Starts a command.</summary>
    public static EmulatorProcess Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "scedge.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
        };

        // Not what the person who runs the tests has at home.
        start.Environment["SCEDGE_CONFIG"] = "";
        return new EmulatorProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line that begins with a text, and returns the rest of it.</summary>
    public string Await(string beginning) => Await(text => Find(text, beginning), beginning);

    /// <summary>Waits until a text was there so many times.</summary>
    public void AwaitText(string part, int times = 1) => Await(text => text.Split(part).Length > times ? part : null, part);

    /// <summary>Ends the process by a signal; its exit code.</summary>
    public int End(string signal)
    {
        Signal(signal);
        return Wait();
    }

    /// <summary>Sends a signal.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", _process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public int Wait()
    {
        Assert.True(_process.WaitForExit(Patience), "The process did not end.");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private string Await(Func<string, string?> find, string what)
    {
        DateTime end = DateTime.UtcNow + Patience;
        lock (_output)
        {
            string? found;
            while ((found = find(_output.ToString())) is null)
            {
                Assert.True(DateTime.UtcNow < end && Monitor.Wait(_output, Patience), $"\"{what}\" did not come; what came:\n{_output}");
            }

            return found;
        }
    }

    private static string? Find(string text, string beginning)
    {
        foreach (string line in text.Split('\n')[..^1])
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }
        }

        return null;
    }
}
