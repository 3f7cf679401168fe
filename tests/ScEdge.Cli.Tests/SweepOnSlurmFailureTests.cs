using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScEdge.Cli.Tests;

/// <summary>
/// What goes wrong on a cluster: nothing is lost, and nothing is trained twice.
/// </summary>
[Collection(SlurmTests.Name)]
[Trait("Kind", "Slow")]
public sealed class SweepOnSlurmFailureTests(SlurmDaemons daemons) : SlurmSweeps
{
    private static readonly string[] OnSlurm = ["--on", "slurm"];

    [SlurmFact]
    public void Sweep_TaskOutOfTime_GoesOnToTheSameBytes()
    {
        // A minute is the shortest limit, and the notice comes a minute before: at Slurm's next look, twice a minute.
        string[] plan = ["--set", "epochs=100"];
        Sweep("there", [.. plan, .. OnSlurm, "--detach", "--time", "1", "--chunk", "4"]).AssertExit(0);
        WaitForCheckpoints();

        // Held until the notice has come through the task's shell, so that the training is neither long nor over before.
        Assert.Equal("told", SlurmDaemons.Shell(
            $$"""
            task=$(pgrep -f "[s]weep {{Folder.At("there")}}/slurm/plan.json" | tail -n 1)
            kill -STOP $task
            for i in $(seq 450); do
                pending=$(awk '/^ShdPnd/ { print $2 }' /proc/$task/status)
                [ $((0x$pending >> 14 & 1)) -eq 1 ] && printf told && break
                sleep 0.2
            done
            kill -CONT $task
            """));
        WaitForTheEnd(Job("there"));
        CliResult attached = Sweep("there", [.. plan, .. OnSlurm, "--attach"]);

        Assert.True(attached.ExitCode == 0, attached.Output + attached.Error + Logs());
        Assert.Contains("goes on: ", Logs(), StringComparison.Ordinal);
        AssertIsWholeOnce(plan);
    }

    [SlurmFact]
    public void Sweep_NodeLost_GoesOnToTheSameBytes()
    {
        string[] plan = ["--set", "epochs=400"];
        Sweep("there", [.. plan, .. OnSlurm, "--detach"]).AssertExit(0);
        WaitForCheckpoints();
        daemons.LoseNode();
        SlurmDaemons.RestoreNode();
        WaitForTheEnd(Job("there"));
        Sweep("there", [.. plan, .. OnSlurm, "--attach"]).AssertExit(0);

        Assert.Contains("goes on: ", Logs(), StringComparison.Ordinal);
        AssertIsWholeOnce(plan);
    }

    [SlurmFact]
    public async Task Sweep_SubmittedTwiceAtOnce_IsOneJob()
    {
        string[] plan = ["--set", "epochs=100"];
        CliResult[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => Task.Run(() => Sweep("there", [.. plan, .. OnSlurm, "--detach"]))));

        CliResult refused = Assert.Single(both, static one => one.ExitCode != 0);
        Assert.Equal(3, refused.ExitCode);
        Assert.Matches("is in the queue as job|is being submitted", refused.Error);
        WaitForTheEnd(Job("there"));
        Sweep("there", [.. plan, .. OnSlurm, "--attach"]).AssertExit(0);
        AssertIsWholeOnce(plan);
    }

    [SlurmFact]
    public void Sweep_FullDisk_GoesOnToTheSameBytesWhenThereIsRoom()
    {
        string[] plan = ["--set", "epochs=20"];
        string disk = Folder.At("there");
        SlurmDaemons.Shell($"mkdir {disk} && mount -t tmpfs -o size=200k none {disk}");
        try
        {
            Sweep("there", [.. plan, .. OnSlurm, "--detach"]).AssertExit(0);
            WaitForTheEnd(Job("there"));
            CliResult full = Sweep("there", [.. plan, .. OnSlurm, "--attach"]);

            // A task whose log found room says why; of one whose log did not, the training is left.
            Assert.True(full.ExitCode is 3 or 130, full.Output + full.Error);
            Assert.Matches("No space left on device|left; continue with", full.Output + full.Error);

            SlurmDaemons.Shell($"mount -o remount,size=100m {disk}");
            Sweep("there", [.. plan, .. OnSlurm, "--detach"]).AssertExit(0);
            WaitForTheEnd(Job("there"));
            Sweep("there", [.. plan, .. OnSlurm, "--attach"]).AssertExit(0);
            AssertIsWholeOnce(plan);
        }
        finally
        {
            SlurmDaemons.Shell($"umount {disk}");
        }
    }

    /// <summary>The bytes of the same sweep here, and a row for every training.</summary>
    private void AssertIsWholeOnce(string[] plan)
    {
        Sweep("here", plan).AssertExit(0);
        Assert.Equal(Hashes("here"), Hashes("there"));
        Assert.Equal(5, File.ReadAllLines(Folder.At("there/results.csv")).Length);
    }

    private string Logs() => string.Concat(Directory.GetFiles(Folder.At("there/slurm/logs")).Select(File.ReadAllText));
}
