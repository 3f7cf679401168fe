using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Slow")]
public sealed class SweepOnSlurmTests : IClassFixture<SlurmDaemons>, IDisposable
{
    private static readonly string[] Files = ["parameters.npz", "metrics.csv", "ledger.csv"];

    private static readonly string[] Plan =
        "--set model=edge --set dataset=images --set batch=8 --set baseline=none --set passes=fp32 --vary stream-length=8,16 --seeds 1,2".Split(' ');

    private readonly TemporaryFolder _folder = new();

    public SweepOnSlurmTests(SlurmDaemons daemons)
    {
        ArgumentNullException.ThrowIfNull(daemons);
        TinyImages.Write(Path.Combine(_folder.Path, "images"));
    }

    public void Dispose() => _folder.Dispose();

    [SlurmFact]
    public void Sweep_OnACluster_EndsWithTheBytesOfOneHere()
    {
        const string There = "the other's 50 %A";
        Sweep("here", "--set", "epochs=2").AssertExit(0);
        CliResult there = Sweep(There, "--set", "epochs=2", "--on", "slurm", "--chunk", "3", "--json").AssertExit(0);

        Assert.Equal(4, there.Json.GetProperty("points").EnumerateArray().Sum(static point => point.GetProperty("seeds").GetArrayLength()));
        Assert.Equal(Hashes("here"), Hashes(There));
        string[] logs = [.. Directory.GetFiles(Path.Combine(_folder.Path, There, "slurm", "logs")).Select(Path.GetFileName).Order()!];
        Assert.Equal([$"{Job(There)}-0.log", $"{Job(There)}-1.log"], logs);
        CliResult again = Sweep(There, "--set", "epochs=2", "--on", "slurm").AssertExit(3);
        Assert.Contains("Nothing is left to train", again.Error, StringComparison.Ordinal);
    }

    [SlurmFact]
    public void Sweep_TaskPutBackIntoTheQueue_GoesOnToTheSameBytes()
    {
        Sweep("here", "--set", "epochs=200").AssertExit(0);
        Sweep("there", "--set", "epochs=200", "--on", "slurm", "--detach").AssertExit(0);
        string job = Job("there");
        WaitForCheckpoints();

        // Slurm lets a task wait two minutes before it starts again.
        SlurmDaemons.Shell($"scontrol requeue {job}; sleep 3; scontrol update jobid={job} StartTime=now");
        Sweep("there", "--set", "epochs=200", "--on", "slurm", "--attach").AssertExit(0);

        Assert.Equal(Hashes("here"), Hashes("there"));
    }

    [SlurmFact]
    public void Sweep_CancelledAndSubmittedAgain_LosesAndRepeatsNothing()
    {
        Sweep("here", "--set", "epochs=200").AssertExit(0);
        Sweep("there", "--set", "epochs=200", "--on", "slurm", "--detach").AssertExit(0);
        CliResult second = Sweep("there", "--set", "epochs=200", "--on", "slurm").AssertExit(3);
        Assert.Contains("is in the queue as job", second.Error, StringComparison.Ordinal);
        WaitForCheckpoints();
        Sweep("there", "--set", "epochs=200", "--on", "slurm", "--cancel").AssertExit(0);
        CliResult attached = Sweep("there", "--set", "epochs=200", "--on", "slurm", "--attach");

        Assert.Equal(130, attached.ExitCode);
        Assert.Contains("left; continue with", attached.Output, StringComparison.Ordinal);
        Sweep("there", "--set", "epochs=200", "--on", "slurm").AssertExit(0);
        Assert.Equal(Hashes("here"), Hashes("there"));
    }

    private CliResult Sweep(string folder, params string[] arguments) =>
        CliProcess.Run(_folder.Path, ["sweep", .. Plan, "--out", folder, .. arguments]);

    private string Job(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, folder, "slurm", "submission.json")))
        .RootElement.GetProperty("job").GetString()!;

    /// <summary>Waits until some trainings are under way.</summary>
    private void WaitForCheckpoints()
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

    private string[] Hashes(string folder) =>
    [
        .. Directory.GetDirectories(Path.Combine(_folder.Path, folder, "points"), "seed-*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static run => string.Join(' ', Files
                .Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(run, name))))))),
    ];
}
