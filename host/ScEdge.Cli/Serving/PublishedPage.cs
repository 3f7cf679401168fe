using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Serving;

/// <summary>
/// The page as files, trimmed and compressed, and the program that serves it: packed beside this program, or published from the checkout that this
/// one was built from.
/// </summary>
internal static class PublishedPage
{
    private const string Files = "wwwroot";

    /// <summary>Copies the files into a folder; its first page shows its first view before the rest of it is loaded.</summary>
    /// <param name="program">Folder of this program.</param>
    /// <param name="work">A folder that the page can be published into.</param>
    /// <param name="target">Folder for the files.</param>
    /// <exception cref="InputException">They are not there, or cannot be published.</exception>
    public static void CopyTo(string target, string program, string work)
    {
        string folder = Find(program, work);
        Copy(Path.Combine(folder, Files), target);
        WriteFirstPage(folder, target);
    }

    private static string Find(string program, string work)
    {
        string packed = Path.Combine(program, PageProgram.Folder);
        if (File.Exists(Path.Combine(packed, Files, "index.html")))
        {
            return packed;
        }

        string project = Path.Combine(Checkout.Find(program) ?? "", "host", "ScEdge.Serve");
        if (!Directory.Exists(project))
        {
            throw PageProgram.Missing(program);
        }

        Console.Error.WriteLine("scedge publishes the page; that takes a minute or two.");
        (int code, string output) = Run(
            [PageProgram.Dotnet, "publish", project, "-c", "Release", "-p:UseAppHost=false", "-o", work, "-v", "quiet", "-nologo"]);
        if (code != 0)
        {
            string reason = output.Split('\n').FirstOrDefault(static line => line.Contains(": error ", StringComparison.Ordinal))
                ?? "no reason was told";
            throw new InputException($"The page cannot be published ({reason.Trim()}): mend that, or publish {project} by hand to see more.");
        }

        return work;
    }

    private static void WriteFirstPage(string folder, string target)
    {
        (int code, _) = Run([.. PageProgram.In(folder) ?? throw PageProgram.Missing(folder), "first-page", target]);
        if (code != 0)
        {
            throw new InputException($"The page's own program in {folder} cannot write its first page: build or install it anew.");
        }
    }

    private static (int Code, string Output) Run(IReadOnlyList<string> words)
    {
        ProcessStartInfo start = new(words[0], words.Skip(1)) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
