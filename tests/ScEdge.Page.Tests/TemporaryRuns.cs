using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

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
    public void Train(string name, params string[] options)
    {
        string[] words = ServerProcess.Program;
        ProcessStartInfo start = new(words[0], [.. words[1..], "train", .. options, $"--out={At(name)}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["SCEDGE_CONFIG"] = "";
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
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
