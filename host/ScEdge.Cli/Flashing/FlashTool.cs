using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Flashing;

/// <summary>
/// The tool that writes the flash of boards: nanoff, of the .NET nanoFramework project.
/// </summary>
internal static class FlashTool
{
    /// <summary>Name of the tool.</summary>
    public const string Name = "nanoff";

    /// <summary>Gets the folders in which tools are: those of the path and that of the tools of .NET.</summary>
    public static IEnumerable<string> Folders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools"));

    /// <summary>Returns where the tool is.</summary>
    /// <exception cref="InputException">It is in none of the folders.</exception>
    public static string Find(IEnumerable<string> folders)
    {
        string[] names = OperatingSystem.IsWindows() ? [Name + ".exe", Name + ".cmd"] : [Name];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InputException(
                $"{Name}, the tool that writes the flash of boards, was not found: install it with dotnet tool install -g {Name}.");
    }

    /// <summary>Runs the tool to its end; what it says goes to the terminal.</summary>
    /// <param name="tool">Where it is.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="isAside">Whether what it prints goes to standard error, because standard output carries the result.</param>
    /// <exception cref="InputException">It cannot be started or fails.</exception>
    public static void Run(string tool, IReadOnlyList<string> arguments, bool isAside)
    {
        ProcessStartInfo start = new(tool, arguments) { RedirectStandardOutput = isAside };
        using Process process = Start(start);
        if (isAside)
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                Console.Error.WriteLine(line);
            }
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InputException(
                $"{Name} ended with code {process.ExitCode}: its last lines say why; "
                + "if it cannot connect, hold BOOT, press and release RESET, release BOOT, and repeat; "
                + "if the adapter cannot take 1,500,000 baud, repeat at a lower speed of the boot loader.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new InputException($"{start.FileName} cannot be started: {problem.Message}. Install it anew with dotnet tool install -g {Name}.");
        }
    }
}
