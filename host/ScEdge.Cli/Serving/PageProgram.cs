using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Serving;

/// <summary>
/// The program that serves the page: packed beside this one, or a project of the checkout that this one was built from, which is built first.
/// </summary>
/// <remarks>It is no part of this program, whose first command would wait for its build.</remarks>
internal static class PageProgram
{
    private const string Name = "scedge-serve";
    private const string Solution = "ScEdge.sln";

    /// <summary>Returns the words that start it.</summary>
    /// <param name="folder">Folder of this program.</param>
    /// <param name="build">Builds a project.</param>
    /// <exception cref="InputException">It is not there, or cannot be built.</exception>
    public static IReadOnlyList<string> Find(string folder, Action<string> build)
    {
        string packed = Path.Combine(folder, "serve", OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        if (File.Exists(packed))
        {
            return [packed];
        }

        if (File.Exists(Path.ChangeExtension(packed, ".dll")))
        {
            return [Dotnet, Path.ChangeExtension(packed, ".dll")];
        }

        DirectoryInfo? root = new(folder);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, Solution)))
        {
            root = root.Parent;
        }

        string project = Path.Combine(root?.FullName ?? "", "host", "ScEdge.Serve");
        if (root is null || !Directory.Exists(project))
        {
            throw new InputException(
                $"The page is not here: neither is there a folder serve beside {Path.Combine(folder, "scedge")}, nor was it built from a checkout; "
                + "install a package that has it, or start it in a checkout.");
        }

        build(project);
        return [Dotnet, Path.Combine(project, "bin", "Release", "net10.0", Name + ".dll")];
    }

    /// <summary>Builds a project with the SDK; nothing is printed unless it fails.</summary>
    /// <exception cref="InputException">It cannot be built.</exception>
    public static void Build(string project)
    {
        Console.Error.WriteLine("scedge builds the page; the first time takes about a minute.");
        ProcessStartInfo start = new(Dotnet, ["build", project, "-c", "Release", "-v", "quiet", "-nologo"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            string reason = output.Split('\n').FirstOrDefault(static line => line.Contains(": error ")) ?? "no reason was told";
            throw new InputException($"The page cannot be built ({reason.Trim()}): mend that, or build {project} by hand to see more.");
        }
    }

    private static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
