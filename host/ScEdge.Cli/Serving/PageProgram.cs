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
    /// <summary>Name of the folder beside this program that a packed page is in.</summary>
    public const string Folder = "serve";

    private const string Name = "scedge-serve";

    /// <summary>Gets the program that runs .NET.</summary>
    public static string Dotnet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>Returns the words that start it.</summary>
    /// <param name="folder">Folder of this program.</param>
    /// <param name="build">Builds a project.</param>
    /// <exception cref="InputException">It is not there, or cannot be built.</exception>
    public static IReadOnlyList<string> Find(string folder, Action<string> build)
    {
        if (In(Path.Combine(folder, Folder)) is { } packed)
        {
            return packed;
        }

        string project = Path.Combine(Checkout.Find(folder) ?? "", "host", "ScEdge.Serve");
        if (!Directory.Exists(project))
        {
            throw Missing(folder);
        }

        build(project);
        return [Dotnet, Path.Combine(project, "bin", "Release", "net10.0", Name + ".dll")];
    }

    /// <summary>Returns the words that start the program of a folder; null where it is not there.</summary>
    /// <param name="folder">Folder of a packed or published page.</param>
    public static IReadOnlyList<string>? In(string folder)
    {
        string alone = Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        string library = Path.Combine(folder, Name + ".dll");
        return File.Exists(alone) ? [alone] : File.Exists(library) ? [Dotnet, library] : null;
    }

    /// <summary>Returns what is wrong where there is neither a packed page nor a checkout.</summary>
    /// <param name="folder">Folder of this program.</param>
    public static InputException Missing(string folder) => new(
        $"The page is not here: neither is there a folder {Folder} beside {Path.Combine(folder, "scedge")}, nor was it built from a checkout; "
        + "install a package that has it, or start it in a checkout.");

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
}
