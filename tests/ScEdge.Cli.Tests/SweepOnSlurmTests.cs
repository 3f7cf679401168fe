using System;
using System.IO;
using System.Linq;

namespace ScEdge.Cli.Tests;

[Collection(SlurmTests.Name)]
[Trait("Kind", "Slow")]
public sealed class SweepOnSlurmTests : SlurmSweeps
{
    [SlurmFact]
    public void Sweep_OnACluster_EndsWithTheBytesOfOneHere()
    {
        const string There = "the other's 50 %A";
        Sweep("here", "--set", "epochs=2").AssertExit(0);
        CliResult there = Sweep(There, "--set", "epochs=2", "--on", "slurm", "--chunk", "3", "--json").AssertExit(0);

        Assert.Equal(4, there.Json.GetProperty("points").EnumerateArray().Sum(static point => point.GetProperty("seeds").GetArrayLength()));
        Assert.Equal(Hashes("here"), Hashes(There));
        string[] logs = [.. Directory.GetFiles(Path.Combine(Folder.Path, There, "slurm", "logs")).Select(Path.GetFileName).Order()!];
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
}
