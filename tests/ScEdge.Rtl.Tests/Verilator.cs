using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// Builds a bench of hw-docs/rtl by Verilator and runs it.
/// </summary>
internal static class Verilator
{
    private static readonly string[] Needed = ["verilator", "g++", "make"];

    private static readonly ConcurrentDictionary<string, Lazy<string>> Programs = [];

    /// <summary>Gets why nothing can be simulated, or null.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Gets the folder of the circuit.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "hw-docs", "rtl");

    /// <summary>Gets the folder of all programs, deleted when the tests end.</summary>
    private static Lazy<DirectoryInfo> BuildFolder { get; } = new(NewBuildFolder);

    private static string Benches { get; } = Path.Combine(Folder, "bench");

    /// <summary>Gets the files of the circuit.</summary>
    public static string[] Sources => [.. Directory.GetFiles(Folder, "*.sv").Order(StringComparer.Ordinal)];

    /// <summary>Checks a module; every warning of lint ends it with another code than 0.</summary>
    public static (int Code, string Output) Lint(string module, string[] options) =>
        Start("verilator", ["--lint-only", "-Wall", .. options, "--top-module", module, .. Sources]);

    /// <summary>Simulates a bench and returns its last line.</summary>
    /// <param name="bench">Name of the bench.</param>
    /// <param name="argument">Name of the argument for the file.</param>
    /// <param name="lines">Writes the file that the bench reads.</param>
    public static string Simulate(string bench, string argument, Action<TextWriter> lines)
    {
        string program = Programs.GetOrAdd(bench, static name => new Lazy<string>(() => Build(name))).Value;
        string input = Path.GetTempFileName();
        try
        {
            using (StreamWriter writer = new(input))
            {
                writer.NewLine = "\n";
                lines(writer);
            }

            string output = Run(program, [$"+{argument}={input}"]);
            return output.Split('\n').Last(static line => line.Contains("differences", StringComparison.Ordinal)) + Complaints(output);
        }
        finally
        {
            File.Delete(input);
        }
    }

    /// <summary>Builds a bench into the folder of all, one after the other: they share Verilator's own library, most of the work.</summary>
    private static string Build(string bench)
    {
        lock (Folder)
        {
            Run(
                "verilator",
                [
                    "--binary", "--timing", "-Wno-fatal", "-O3", "-CFLAGS", "-O1", "--top-module", bench, "-Mdir", BuildFolder.Value.FullName,
                    "-I" + Benches, .. Sources, Path.Combine(Benches, bench + ".sv"),
                ]);
        }

        return Path.Combine(BuildFolder.Value.FullName, "V" + bench);
    }

    private static DirectoryInfo NewBuildFolder()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scedge-rtl-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    }

    private static string Complaints(string output) =>
        string.Concat(output.Split('\n').Where(static line => line.Contains(", not ", StringComparison.Ordinal)).Select(static line => "\n" + line));

    private static string Run(string program, string[] arguments)
    {
        (int code, string output) = Start(program, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{program} ended with {code}: {output}");
    }

    private static (int Code, string Output) Start(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string? FindMissing()
    {
        string[] missing = [.. Needed.Where(static name => !Exists(name))];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} not installed: apt-get install verilator g++ make.";
    }

    private static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("ScEdge.sln is in no folder above the tests.");
    }
}
