using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Runs the built program as a process of its own, as a user does.
/// </summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _output = ReadAsync(process.StandardOutput);
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Gets the process id.</summary>
    public int Id => _process.Id;

    /// <summary>Gets what the process has printed so far.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
            {
                return _printed.ToString();
            }
        }
    }

    /// <summary>Gets whether the process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Returns how an assembly beside this one is started.</summary>
    public static ProcessStartInfo StartOf(string assembly, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, assembly) },
        };

        // Not what the person who runs the tests has at home.
        start.Environment["SCEDGE_CONFIG"] = "";
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Starts the program.</summary>
    public static CliProcess Start(string folder, params string[] arguments) =>
        new(Process.Start(StartOf("scedge.dll", folder, arguments))!);

    /// <summary>Runs the program to its end.</summary>
    public static CliResult Run(string folder, params string[] arguments)
    {
        if (WarmProgram.IsAllowed)
        {
            return WarmProgram.Run(folder, arguments, Patience);
        }

        using CliProcess process = Start(folder, arguments);
        return process.Wait();
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="patience">How long; null for two minutes.</param>
    public CliResult Wait(TimeSpan? patience = null)
    {
        if (!_process.WaitForExit(patience ?? Patience))
        {
            _process.Kill();
            throw new TimeoutException($"scedge did not end within {patience ?? Patience}.");
        }

        return new CliResult(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Waits until the process has printed something.</summary>
    public void Await(string words) => Assert.True(
        SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(5);
                return Printed.Contains(words, StringComparison.Ordinal);
            },
            Patience),
        $"\"{words}\" was not printed:\n{Printed}");

    /// <summary>Ends the process as kill -9 does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Sends SIGINT, as Ctrl-C does.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>Sends a signal.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", Id.ToString()]);
        kill.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync(StreamReader reader)
    {
        char[] letters = new char[1024];
        int count;
        while ((count = await reader.ReadAsync(letters)) > 0)
        {
            lock (_printed)
            {
                _printed.Append(letters, 0, count);
            }
        }

        return Printed;
    }
}
