using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace ScEdge.Cli.Tests;

/// <summary>
/// Runs lines of a POSIX shell in which <c>scedge</c> is the built program: pipes, closed descriptors, full devices.
/// </summary>
internal static class ShellScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the lines in a folder; what they print is no terminal.</summary>
    public static CliResult Run(string folder, string lines, TimeSpan? patience = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "scedge.dll");
        ProcessStartInfo start = new("bash", ["-c", $"scedge() {{ dotnet '{program}' \"$@\"; }}\n{lines}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Not what the person who runs the tests has at home.
        start.Environment["SCEDGE_CONFIG"] = "";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience ?? Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The script did not end within {patience ?? Patience}: {lines}");
        }

        return new CliResult(process.ExitCode, output.Result, error.Result);
    }
}
