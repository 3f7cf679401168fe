using System;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Runs;
using ScEdge.Input;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Streams;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Runs;

[Trait("Kind", "Unit")]
public sealed class RunExecutionTests : IDisposable
{
    private static readonly string[] Reproducible = ["parameters.safetensors", "registers.safetensors", "metrics.csv", "ledger.csv"];

    private readonly TemporaryFolder _folder = new();

    public RunExecutionTests() => TinyImages.Write(_folder.At("images"));

    private TrainingOptions Options => new() { Dataset = _folder.At("images"), Model = "edge", Epochs = 1, BatchSize = 8 };

    [Fact]
    public void Start_Interrupted_NamesTheFolderAndResumesToTheSameBytes()
    {
        RunComposition run = RunComposition.Create(Options, ["residual-filament=1"]);
        new RunExecution(1, "straight").Start(run, _folder.At("straight"));
        using CancellationTokenSource cancellation = new();

        RunInterruptedException exception = Assert.Throws<RunInterruptedException>(
            () => new RunExecution(1, "broken", new Interruption(cancellation, afterStep: 7)).Start(run, _folder.At("broken"), cancellation.Token));
        RunDirectory directory = RunDirectory.Open(exception.Path);
        RunManifest broken = RunManifest.Read(directory);
        new RunExecution(1, "broken").Resume(directory, RunComposition.Load(broken.Options));

        Assert.Equal(_folder.At("broken"), exception.Path);
        Assert.Equal(RunStatus.Interrupted, broken.Status);
        Assert.Equal((RunStatus.Finished, 1), (RunManifest.Read(directory).Status, RunManifest.Read(directory).Resumptions));
        Assert.All(Reproducible, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder.At("straight"), file)), File.ReadAllBytes(Path.Combine(exception.Path, file))));
    }

    [Fact]
    public void Resume_FinishedRun_TrainsNothingAndSaysSo()
    {
        RunComposition run = RunComposition.Create(Options, []);
        RunOutcome outcome = new RunExecution(1, "once").Start(run, _folder.At("run"));
        Listener listener = new();

        RunOutcome again = new RunExecution(1, "again", listener).Resume(RunDirectory.Open(_folder.At("run")), run);

        Assert.Equal(["finished before"], listener.Heard);
        Assert.Equal(outcome.Result.Sc.TestAccuracy, again.Result.Sc.TestAccuracy);
        Assert.Equal("once", RunManifest.Read(again.Directory).CommandLine);
    }

    [Fact]
    public void Create_BipolarStreamsInFixedPoint_AreRefusedInOneSentence()
    {
        PassOptions passes = new() { Source = StreamSource.Rounding, Encoding = PassEncoding.Bipolar };

        InputException exception = Assert.Throws<InputException>(() => RunComposition.Create(Options with { Passes = passes }, []));

        Assert.Equal("pass-encoding sign-magnitude", exception.Setting);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_OtherSettings_IsRefused()
    {
        new RunExecution(1, "once").Start(RunComposition.Create(Options, []), _folder.At("run"));
        RunComposition other = RunComposition.Create(Options with { Epochs = 2 }, []);

        InputException exception = Assert.Throws<InputException>(
            () => new RunExecution(1, "other").Resume(RunDirectory.Open(_folder.At("run")), other));

        Assert.Contains("holds a run with other settings", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StartAndResume_StochasticPassesOnBoards_AreRefusedAndChangeNothing()
    {
        RunComposition run = RunComposition.Create(Options with { Passes = new PassOptions { ForwardLength = 32 } }, []);
        NoEngines boards = new();
        Assert.Throws<InputException>(() => new RunExecution(1, "boards", engines: boards).Start(run, _folder.At("never")));
        Assert.False(Directory.Exists(_folder.At("never")));

        using CancellationTokenSource cancellation = new();
        Assert.Throws<RunInterruptedException>(
            () => new RunExecution(1, "here", new Interruption(cancellation, afterStep: 3)).Start(run, _folder.At("run"), cancellation.Token));
        byte[] manifest = File.ReadAllBytes(Path.Combine(_folder.At("run"), "manifest.json"));
        InputException exception = Assert.Throws<InputException>(
            () => new RunExecution(1, "boards", engines: boards).Resume(RunDirectory.Open(_folder.At("run")), run));

        Assert.Contains("counts of stochastic passes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllBytes(Path.Combine(_folder.At("run"), "manifest.json")));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\"stream_format\": 3,", 3)]
    public void Resume_ManifestOfAnotherStreamFormat_IsRefusedAndStaysAsItIs(string said, int format)
    {
        RunComposition run = RunComposition.Create(Options, []);
        new RunExecution(1, "once").Start(run, _folder.At("run"));
        RunDirectory directory = RunDirectory.Open(_folder.At("run"));
        string manifest = File.ReadAllText(directory.ManifestPath)
            .Replace($"\"stream_format\": {StreamFormat.Version},", said, StringComparison.Ordinal);
        File.WriteAllText(directory.ManifestPath, manifest);

        InputException exception = Assert.Throws<InputException>(() => new RunExecution(1, "again").Resume(directory, run));

        Assert.Contains($"manifest.json is of stream format {format}, this program", exception.Message, StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllText(directory.ManifestPath));
    }

    [Fact]
    public void Start_Observer_HearsOfSeedStepsEpochAndEnd()
    {
        Listener listener = new();

        new RunExecution(1, "once", listener).Start(RunComposition.Create(Options, []), _folder.At("run"));

        int steps = TinyImages.TrainingCount / 8;
        Assert.Equal(["watch", "seed 1", .. Enumerable.Repeat("step", steps), "epoch 1", "end of seed 1"], listener.Heard);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Interruption(CancellationTokenSource source, uint afterStep) : SilentObserver
    {
        public override void OnStep(SeedTraining training)
        {
            if (training.StepsTaken == afterStep)
            {
                source.Cancel();
            }
        }
    }

    private sealed class NoEngines : IStepEngineSource
    {
        public IStepEngineFactory Open(RunComposition run) => throw new InvalidOperationException("A refused run asked for engines.");
    }
}
