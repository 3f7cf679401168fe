using System;
using System.IO;
using System.Threading;

namespace ScEdge.Cli.Tests;

/// <summary>
/// A run that is stopped, in whatever way, and resumed ends with the same bytes as one that is not.
/// </summary>
[Trait("Kind", "Slow")]
public sealed class TrainInterruptionTests : IDisposable
{
    /// <summary>Effects that make cells remember, so that a resumed run needs their memory too.</summary>
    private static readonly string[] Memory = ["--nonideality", "residual-filament=1", "--nonideality", "wear=0.1"];

    /// <summary>Roughly what a resumed run needs before its first step.</summary>
    private const int StartupMilliseconds = 200;

    private readonly TrainFolder _run = new();

    [Fact]
    public void Train_Interrupted_ContinuesToTheSameBytes()
    {
        string[] small = ["train", "--passes", "fp32", "--model", "edge", "--limit", "6400", "--epochs", "1", .. Memory];
        CliProcess.Run(_run.Folder, [.. small, "--out", "straight"]).AssertExit(0);
        using (CliProcess process = CliProcess.Start(_run.Folder, [.. small, "--out", "broken"]))
        {
            _run.Await(Path.Combine("broken", "metrics.csv"));
            Thread.Sleep(100);
            process.Interrupt();
            CliResult result = process.Wait().AssertExit(130);
            Assert.Equal("Interrupted; continue with: scedge train --resume broken", result.OutputLines[^1]);
        }

        Assert.Contains(
            "\"status\": \"interrupted\"",
            File.ReadAllText(Path.Combine(_run.Folder, "broken", "manifest.json")),
            StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_run.Folder, "broken", "parameters.safetensors")));
        CliProcess.Run(_run.Folder, "train", "--resume", "broken").AssertExit(0);
        _run.AssertSame("straight", "broken");
    }

    [Theory]
    [InlineData(1)]
    [LongData(2)]
    public void Train_KilledAgainAndAgain_ContinuesToTheSameBytes(int seed)
    {
        Random random = new(seed);
        TinyImages.Write(Path.Combine(_run.Folder, "images"));
        string[] small =
            [.. "train --passes fp32 --dataset images --model edge --batch 4 --epochs 20 --seeds 1,2 --threads 1".Split(' '), .. Memory];
        CliProcess.Run(_run.Folder, [.. small, "--out", "straight"]).AssertExit(0);
        string[] arguments = [.. small, "--out", "broken"];
        int kills = 0;
        while (kills < 4)
        {
            using CliProcess process = CliProcess.Start(_run.Folder, arguments);
            _run.Await(Path.Combine("broken", "manifest.json"));
            Thread.Sleep((kills == 0 ? 0 : StartupMilliseconds) + random.Next(20, 450));
            if (process.HasEnded)
            {
                break;
            }

            process.Kill();
            kills++;
            arguments = ["train", "--resume", "broken"];
        }

        Assert.True(kills > 0, "the run was over before it could be killed");
        CliProcess.Run(_run.Folder, "train", "--resume", "broken").AssertExit(0);
        _run.AssertSame("straight", "broken");
        _run.AssertSame(Path.Combine("straight", "seed-2"), Path.Combine("broken", "seed-2"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_run.Folder, "broken"), ".*", SearchOption.AllDirectories));
    }

    public void Dispose() => _run.Dispose();
}
