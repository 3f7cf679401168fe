using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>Tests that share one cluster of one node, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SlurmTests : ICollectionFixture<SlurmDaemons>
{
    public const string Name = "Slurm";
}

/// <summary>
/// A folder with images, and sweeps of two points from two seeds each in it, here or on the cluster.
/// </summary>
public abstract class SlurmSweeps : IDisposable
{
    private static readonly string[] Files = ["parameters.npz", "metrics.csv", "ledger.csv"];

    private static readonly string[] Plan =
        "--set model=edge --set dataset=images --set batch=8 --set baseline=none --set passes=fp32 --vary stream-length=8,16 --seeds 1,2".Split(' ');

    // Trainings on a machine that has others to do, too.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();

    protected SlurmSweeps() => TinyImages.Write(Path.Combine(_folder.Path, "images"));

    private protected TemporaryFolder Folder => _folder;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected CliResult Sweep(string folder, params string[] arguments)
    {
        using CliProcess process = CliProcess.Start(_folder.Path, ["sweep", .. Plan, "--out", folder, .. arguments]);
        return process.Wait(Patience);
    }

    protected string Job(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, folder, "slurm", "submission.json")))
        .RootElement.GetProperty("job").GetString()!;

    /// <summary>Waits until some trainings are under way.</summary>
    protected void WaitForCheckpoints()
    {
        string points = Path.Combine(_folder.Path, "there", "points");
        bool HasOne() => Directory.Exists(points) && Directory.GetFiles(points, "checkpoint*", SearchOption.AllDirectories).Length > 0;
        bool isSeen = HasOne();
        for (int i = 0; i < 300 && !isSeen; i++)
        {
            Thread.Sleep(100);
            isSeen = HasOne();
        }

        Assert.True(isSeen, "No training on the cluster has written a checkpoint.");
    }

    protected string[] Hashes(string folder) =>
    [
        .. Directory.GetDirectories(Path.Combine(_folder.Path, folder, "points"), "seed-*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static run => string.Join(' ', Files
                .Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(run, name))))))),
    ];

    /// <summary>Waits until a job is over; tasks that were put back start at once, not after Slurm's two minutes.</summary>
    protected static void WaitForTheEnd(string job)
    {
        string Left() => SlurmDaemons.Shell($"squeue --noheader --jobs={job} 2>/dev/null");
        for (int i = 0; i < 600 && Left().Length > 0; i++)
        {
            SlurmDaemons.Shell($"scontrol update jobid={job} StartTime=now 2>/dev/null");
            Thread.Sleep(500);
        }

        Assert.Equal("", Left());
    }
}
