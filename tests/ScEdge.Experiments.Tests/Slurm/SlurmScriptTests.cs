using System.Linq;
using ScEdge.Experiments.Slurm;

namespace ScEdge.Experiments.Tests.Slurm;

[Trait("Kind", "Unit")]
public sealed class SlurmScriptTests
{
    [Fact]
    public void Text_FolderWithBlankQuoteAndPerCent_IsOneDirectiveThatSbatchTakes() => Assert.Contains(
        @"#SBATCH '--output=/data/o'\''neill/my sweeps/50%% %%A/logs/%A-%a.log'",
        Directives(new SlurmOptions(), "/data/o'neill/my sweeps/50% %A/logs"));

    [Fact]
    public void Text_EveryOption_IsAQuotedDirectiveAndOptionsOfSbatchStayAsTheyWereGiven()
    {
        SlurmOptions options = new()
        {
            Partition = "short", Account = "two words", Time = "2:00:00", Memory = "2G", Threads = 3,
            Directives = ["--gres gpu:1", "--comment='a b'"],
        };

        Assert.Equal(
            [
                "#SBATCH '--job-name=scedge-a b'", "#SBATCH '--array=0-1,4'", "#SBATCH '--requeue'", "#SBATCH '--open-mode=append'",
                "#SBATCH '--output=/logs/%A-%a.log'", "#SBATCH '--signal=B:USR1@60'", "#SBATCH '--cpus-per-task=3'", "#SBATCH '--ntasks=1'",
                "#SBATCH '--partition=short'", "#SBATCH '--account=two words'", "#SBATCH '--time=2:00:00'", "#SBATCH '--mem=2G'",
                "#SBATCH --gres gpu:1", "#SBATCH --comment='a b'",
            ],
            Directives(options, "/logs"));
    }

    [Fact]
    public void Text_Command_IsTheProgramAsAShellTakesItWithTheTaskBehind() => Assert.Contains(
        @"'/opt/sc edge/scedge' 'sweep' 'it'\''s.json' '--task' ""$SLURM_ARRAY_TASK_ID"" &",
        Lines(new SlurmOptions(), "/logs", "/opt/sc edge/scedge", "sweep", "it's.json", "--task"));

    [Fact]
    public void LogPath_TwoJobs_AreTwoFiles()
    {
        Assert.Equal("/logs/12-3.log", SlurmScript.LogPath("/logs", "12", 3));
        Assert.NotEqual(SlurmScript.LogPath("/logs", "12", 3), SlurmScript.LogPath("/logs", "13", 3));
    }

    private static string[] Directives(SlurmOptions options, string logs) =>
        [.. Lines(options, logs, "scedge").Where(static line => line.StartsWith("#SBATCH", System.StringComparison.Ordinal))];

    private static string[] Lines(SlurmOptions options, string logs, params string[] command) =>
        SlurmScript.Text("scedge-a b", [0, 1, 4], options, logs, command).Split('\n');
}
