using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Serving;

/// <summary>
/// The page as files, trimmed and compressed: packed beside this program, or published from the checkout that it was built from.
/// </summary>
internal static class PublishedPage
{
    private const string Files = "wwwroot";

    /// <summary>Returns the folder of the files.</summary>
    /// <param name="program">Folder of this program.</param>
    /// <param name="work">A folder that the page can be published into.</param>
    /// <exception cref="InputException">It is not there, or cannot be published.</exception>
    public static string Find(string program, string work)
    {
        string packed = Path.Combine(program, "serve", Files);
        if (File.Exists(Path.Combine(packed, "index.html")))
        {
            return packed;
        }

        string project = Path.Combine(Checkout.Find(program) ?? "", "host", "ScEdge.Page");
        if (!Directory.Exists(project))
        {
            throw new InputException(
                $"The page is not here: neither is there a folder serve beside {Path.Combine(program, "scedge")}, nor was it built from a checkout; "
                + "install a package that has it, or start it in a checkout.");
        }

        Publish(project, work);
        return Path.Combine(work, Files);
    }

    private static void Publish(string project, string work)
    {
        Console.Error.WriteLine("scedge publishes the page; that takes about a minute.");
        ProcessStartInfo start = new("dotnet", ["publish", project, "-c", "Release", "-o", work, "-v", "quiet", "-nologo"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            string reason = output.Split('\n').FirstOrDefault(static line => line.Contains(": error ", StringComparison.Ordinal))
                ?? "no reason was told";
            throw new InputException($"The page cannot be published ({reason.Trim()}): mend that, or publish {project} by hand to see more.");
        }
    }
}
