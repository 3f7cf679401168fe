using System;
using System.IO;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A folder for runs that are to be compared.
/// </summary>
internal sealed class TrainFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Files that hold no times.</summary>
    private static readonly string[] Reproducible =
        ["parameters.safetensors", "parameters.npz", "registers.safetensors", "baseline.safetensors", "fixed.safetensors"];

    /// <summary>Files that the folder of the first seed holds beside them.</summary>
    private static readonly string[] Records = ["metrics.csv", "metrics.jsonl", "ledger.csv", "ledger.jsonl"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the path of the folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Returns what has passes in FP32, which take less time, where options leave the passes open.</summary>
    public static string[] Fp32Unless(params string[] options) =>
        Array.Exists(options, static option => option is "--passes" or "--pass-encoding" or "--port" or "sgd") ? [] : ["--passes", "fp32"];

    /// <summary>Waits until a file is there.</summary>
    public void Await(string name)
    {
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    Thread.Sleep(5);
                    return File.Exists(_folder.At(name));
                },
                Patience),
            $"{name} did not appear");
    }

    /// <summary>Checks that two runs, or two seeds of runs, wrote the same bytes.</summary>
    public void AssertSame(string first, string second)
    {
        string[] names = File.Exists(_folder.At(Path.Combine(first, Records[0]))) ? [.. Reproducible, .. Records] : Reproducible;
        foreach (string name in names)
        {
            Assert.True(
                Read(first, name).AsSpan().SequenceEqual(Read(second, name)), $"{name} differs between {first} and {second}");
        }
    }

    public void Dispose() => _folder.Dispose();

    private byte[] Read(string run, string name) => File.ReadAllBytes(_folder.At(Path.Combine(run, name)));
}
