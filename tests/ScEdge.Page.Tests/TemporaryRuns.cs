using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScEdge.Page.Tests;

/// <summary>
/// A folder of runs that goes with the test.
/// </summary>
internal sealed class TemporaryRuns : IDisposable
{
    /// <summary>Settings of a training that takes a second or two.</summary>
    public static readonly string[] Short = ["--model=edge", "--limit=3000", "--validation=500", "--threads=1"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scedge-page-");

    /// <summary>Gets the path of the folder.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "runs");

    /// <summary>Makes the folder.</summary>
    public TemporaryRuns() => Directory.CreateDirectory(Path);

    /// <summary>Returns a path in the folder.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Trains by the command line, to its end.</summary>
    public void Train(string name, params string[] options) => Run(["train", .. options, $"--out={At(name)}"]);

    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output.Result;
    }

    /// <summary>Starts a command in a terminal of nobody.</summary>
    public static Process Start(params string[] arguments)
    {
        string[] words = ServerProcess.Program;
        ProcessStartInfo start = new(words[0], [.. words[1..], .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["SCEDGE_CONFIG"] = "";
        return Process.Start(start)!;
    }

    /// <summary>Asserts that two runs have the same bytes in everything but times and their own names.</summary>
    public void AssertSame(string first, string second)
    {
        string[] names =
            ["parameters.safetensors", "registers.safetensors", "baseline.safetensors", "fixed.safetensors", "metrics.csv", "ledger.csv"];
        Assert.All(names, name => Assert.Equal(Bytes(first, name), Bytes(second, name)));
    }

    private byte[] Bytes(string run, string file)
    {
        byte[] bytes = File.ReadAllBytes(System.IO.Path.Combine(At(run), file));
        Assert.NotEmpty(bytes);
        return bytes;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
