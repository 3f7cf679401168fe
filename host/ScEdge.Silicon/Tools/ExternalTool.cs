using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScEdge.Input;

namespace ScEdge.Silicon.Tools;

/// <summary>A program of somebody else that the flow runs.</summary>
/// <param name="Name">Name of its command.</param>
/// <param name="Package">Debian's package that has it.</param>
public sealed record ExternalTool(string Name, string Package)
{
    /// <summary>Gets the synthesis.</summary>
    public static ExternalTool Yosys { get; } = new("yosys", "yosys");

    /// <summary>Gets the compiler of the simulator.</summary>
    public static ExternalTool Icarus { get; } = new("iverilog", "iverilog");

    /// <summary>Gets the simulator.</summary>
    public static ExternalTool Simulator { get; } = new("vvp", "iverilog");

    /// <summary>Gets the simulator that compiles; g++ and make, which it needs, come with it where recommended packages do.</summary>
    public static ExternalTool Verilator { get; } = new("verilator", "verilator g++ make");

    /// <summary>Gets the simulator of transistors.</summary>
    public static ExternalTool Spice { get; } = new("ngspice", "ngspice");

    /// <summary>Gets whether it is in a folder of the path.</summary>
    public bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, Name)));

    /// <summary>Runs it to its end and returns what it printed on standard output.</summary>
    /// <param name="folder">Folder in which it runs.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="cancellation">Ends it, and whatever it has started.</param>
    /// <exception cref="InputException">It is not installed, or fails; the sentence has its last line.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public string Run(string folder, IEnumerable<string> arguments, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ProcessStartInfo start = new(Name, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Start(start);
        using CancellationTokenRegistration end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            // A terminal interrupts the program, too; its complaint says nothing then.
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? output
                : throw new InputException($"{Name} ended with code {process.ExitCode}: {LastLine(error.Result + output)}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new InputException($"{Name} cannot be started: install it, on Debian by apt-get install {Package}.", problem);
        }
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it says nothing";
}
