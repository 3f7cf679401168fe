using System;
using System.IO;
using System.Threading;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Streams;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

[Trait("Kind", "Unit")]
public sealed class TrainingRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_InterruptedAgainAndAgain_EndsWithTheSameFiles(bool stochasticPasses)
    {
        TrainingOptions options = TinyTraining.Options with
        {
            Seeds = [3, 4],
            Passes = stochasticPasses ? new PassOptions { ForwardLength = 64, BackwardLength = 16, GradientLength = 16 } : null,
            Nonidealities = stochasticPasses ? "wear=0.5" : "none",
        };
        string whole = Path.Combine(_folder, "whole");
        string pieces = Path.Combine(_folder, "pieces");
        Run(options, whole, int.MaxValue);

        int interruptions = 0;
        while (!Run(options, pieces, 7))
        {
            interruptions++;
        }

        Assert.InRange(interruptions, 5, 20);
        foreach (string name in new[]
                 {
                     "parameters.safetensors", "parameters.npz", "registers.safetensors", "baseline.safetensors", "metrics.csv",
                     "metrics.jsonl", "ledger.csv", "ledger.jsonl",
                     Path.Combine("seed-4", "parameters.safetensors"), Path.Combine("seed-4", "registers.safetensors"),
                 })
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(whole, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(pieces, name))), name);
        }
    }

    [Fact]
    public void Constructor_OtherDevice_RefusesToContinue()
    {
        Run(TinyTraining.Options, _folder, 3);
        CbramPreset worn = TinyTraining.Preset(TinyTraining.Options with { Nonidealities = "cycle-to-cycle=0.1" });
        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options, _folder, 3, worn));
        Assert.Contains("another device", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherSettings_RefusesToContinue()
    {
        Run(TinyTraining.Options, _folder, 3);
        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options with { BatchSize = 8 }, _folder, 3));
        Assert.Contains("settings", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\"stream_format\":3,", 3)]
    public void Constructor_CheckpointOfAnotherStreamFormat_RefusesToContinue(string said, int format)
    {
        Run(TinyTraining.Options, _folder, 3);
        string path = Path.Combine(_folder, "checkpoint.safetensors");
        SafetensorsFile checkpoint = SafetensorsFile.Read(path);
        string state = checkpoint.Metadata["scedge.state"];
        checkpoint.Metadata["scedge.state"] = state.Replace($"\"stream_format\":{StreamFormat.Version},", said, StringComparison.Ordinal);
        checkpoint.Write(path);

        InputException exception = Assert.Throws<InputException>(() => Run(TinyTraining.Options, _folder, 3));

        Assert.Contains($"checkpoint.safetensors is of stream format {format}, this program", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoRun_SaysSo() =>
        Assert.Contains(
            "no run", Assert.Throws<InputException>(() => RunDirectory.Open(_folder)).Message, StringComparison.Ordinal);

    private static bool Run(TrainingOptions options, string path, int steps, CbramPreset? preset = null)
    {
        using WorkerTeam team = new(2);
        Directory.CreateDirectory(path);
        string manifest = Path.Combine(path, "manifest.json");
        RunDirectory directory = File.Exists(manifest) ? RunDirectory.Open(path) : RunDirectory.Create(path);
        directory.WriteText("manifest.json", "{}");
        using CancellationTokenSource cancellation = new();
        TrainingRunner runner = new(
            options,
            TinyTraining.Bars,
            TinyTraining.Model,
            preset ?? TinyTraining.Preset(options),
            directory,
            team,
            new StepLimit(steps, cancellation));
        try
        {
            runner.Run(cancellation.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class StepLimit(int steps, CancellationTokenSource cancellation) : ITrainingObserver
    {
        private int _steps;

        public void OnSeedStarted(SeedTraining training)
        {
        }

        public void OnStep(SeedTraining training)
        {
            if (++_steps == steps)
            {
                cancellation.Cancel();
            }
        }

        public void OnEpoch(SeedTraining training)
        {
        }

        public void OnSeedFinished(SeedResult result)
        {
        }
    }
}
