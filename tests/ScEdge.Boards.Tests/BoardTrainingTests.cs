using System;
using System.IO;
using System.Linq;
using System.Threading;
using ScEdge.Boards.Training;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;
using ScEdge.Training.Tests.Runs;

namespace ScEdge.Boards.Tests;

/// <summary>
/// Training on boards ends with the files of training in this process, byte for byte, whatever happens on the way.
/// </summary>
[Trait("Kind", "Property")]
public sealed class BoardTrainingTests : IDisposable
{
    private static readonly string[] Files =
        ["parameters.safetensors", "parameters.npz", "registers.safetensors", "baseline.safetensors", "fixed.safetensors", "metrics.csv",
            "metrics.jsonl", "ledger.csv", "ledger.jsonl"];

    private readonly string _folder = Directory.CreateTempSubdirectory("scedge-boards-").FullName;

    [Theory]
    [InlineData(BoardMode.Resident, OptimizerKind.Momentum)]
    [InlineData(BoardMode.Resident, OptimizerKind.Adam)]
    [InlineData(BoardMode.Resident, OptimizerKind.Sgd)]
    [InlineData(BoardMode.Tiled, OptimizerKind.Momentum)]
    [InlineData(BoardMode.Tiled, OptimizerKind.Adam)]
    [InlineData(BoardMode.Tiled, OptimizerKind.Sgd)]
    public void Training_OneBoard_GivesTheSameFiles(BoardMode mode, OptimizerKind optimizer)
    {
        using TestBoard board = new();
        AssertSame(Options with { Optimizer = optimizer, LearningRate = optimizer == OptimizerKind.Adam ? 1.0 / 256 : 1.0 / 32 }, mode, [board]);
    }

    [Theory]
    [InlineData(BoardMode.Resident)]
    [InlineData(BoardMode.Tiled)]
    public void Training_EffectsRateStreamAndWeightDecay_GiveTheSameFiles(BoardMode mode)
    {
        using TestBoard board = new();
        TrainingOptions options = Options with
        {
            Nonidealities = "device-to-device=0.3 cycle-to-cycle=0.2 stuck-set=0.01 drive-bits=8", RateAsStream = true, LearningRate = 0.05,
            WeightDecay = 0.001,
        };
        AssertSame(options, mode, [board]);
    }

    [Fact]
    public void Training_GradientsOfEightBits_GiveTheSameFilesAndTravelAsBytes()
    {
        using TestBoard wide = new();
        using TestBoard narrow = new();
        AssertSame(Options, BoardMode.Resident, [wide]);
        Directory.Delete(_folder, recursive: true);
        AssertSame(Options with { GradientBits = 8 }, BoardMode.Resident, [narrow]);

        // 3,600 gradients a step make most of what goes to a board.
        Assert.InRange((double)narrow.BytesTaken / wide.BytesTaken, 0.5, 0.7);
    }

    [Theory]
    [InlineData(BoardMode.Auto)]
    [InlineData(BoardMode.Tiled)]
    public void Create_BoardThatEveryConfigurationStops_GivesUpAfterAFewAndSaysWhy(BoardMode mode)
    {
        using TestBoard board = new(failsWhenConfigured: true);
        InputException exception = Assert.Throws<InputException>(() => AssertSame(Options, mode, [board]));
        Assert.Contains("starts anew at every configuration", exception.Message, StringComparison.Ordinal);
        Assert.InRange(board.Failures, 1, 30);
    }

    [Fact]
    public void Training_CellsWithMemory_GiveTheSameFiles()
    {
        using TestBoard board = new();
        AssertSame(Options with { Nonidealities = "residual-filament=0.5" }, BoardMode.Resident, [board]);
    }

    [Theory]
    [InlineData(BoardMode.Resident)]
    [InlineData(BoardMode.Tiled)]
    public void Training_TwoBoards_GiveTheSameFiles(BoardMode mode)
    {
        using TestBoard first = new();
        using TestBoard second = new();
        AssertSame(Options, mode, [first, second]);
    }

    [Fact]
    public void Training_BoardTooSmallForTheRegisters_IsTiled()
    {
        // Registers and gradients of 3,600 parameters take 21 KB, everything else 16 KB; a tile of each tensor instead of them 6 KB.
        using TestBoard board = new(heapBytes: 30_000);
        AssertSame(Options, BoardMode.Auto, [board]);
    }

    [Theory]
    [InlineData(BoardMode.Resident)]
    [InlineData(BoardMode.Tiled)]
    public void Training_TenResetsAtRandomMoments_GiveTheSameFiles(BoardMode mode)
    {
        using TestBoard board = new(resets: 10);
        AssertSame(Options with { Epochs = 2 }, mode, [board]);
        Assert.Equal(0, board.ResetsLeft);
    }

    [Theory]
    [InlineData(BoardMode.Resident)]
    [InlineData(BoardMode.Tiled)]
    public void Training_LineThatLosesCorruptsRepeatsAndReorders_GivesTheSameFiles(BoardMode mode)
    {
        using TestBoard board = new(faults: "drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01@7");
        AssertSame(Options, mode, [board]);
    }

    [Theory]
    [InlineData(BoardMode.Resident)]
    [InlineData(BoardMode.Tiled)]
    public void Training_FaultyLineAndTenResets_GiveTheSameFiles(BoardMode mode)
    {
        using TestBoard board = new(faults: "drop=0.01,corrupt=0.01,duplicate=0.01,reorder=0.01@11", resets: 10);
        AssertSame(Options with { Epochs = 2 }, mode, [board]);
        Assert.Equal(0, board.ResetsLeft);
    }

    [Fact]
    public void Training_InterruptedAndResumed_GivesTheSameFiles()
    {
        TrainingOptions options = Options with { Epochs = 3 };
        TrainHere(options);
        using TestBoard board = new();
        using BoardEngineFactory engines = Factory(BoardMode.Resident, [board]);
        int interruptions = 0;
        while (!Train("boards", options, engines, stopAfter: 9))
        {
            interruptions++;
        }

        Assert.InRange(interruptions, 2, 10);
        AssertFiles();
    }

    [Fact]
    public void Share_Tensors_AreSpreadEvenly()
    {
        int[] lengths = [100, 70, 60, 10, 5];
        TensorPlan[] tensors = [.. lengths.Select((length, i) => new TensorPlan((uint)i, [length], 12, 1))];
        OptimizerPlan plan = new(OptimizerDescription.Of(OptimizerKind.Momentum), new(), new(), tensors);

        Assert.Equal([[0, 3, 4], [1, 2]], BoardEngine.Share(plan, 2));
        Assert.Equal([[0], [1], [2], [3], [4], []], BoardEngine.Share(plan, 6));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static TrainingOptions Options => TinyTraining.Options with { Lanes = 64, Epochs = 1 };

    private static BoardEngineFactory Factory(BoardMode mode, TestBoard[] boards) =>
        new([.. boards.Select(board => board.Client)], mode, new long[16]);

    private void AssertSame(TrainingOptions options, BoardMode mode, TestBoard[] boards)
    {
        TrainHere(options);
        using BoardEngineFactory engines = Factory(mode, boards);
        Assert.True(Train("boards", options, engines, int.MaxValue));
        AssertFiles();
    }

    private void AssertFiles()
    {
        foreach (string name in Files)
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(_folder, "here", name)).AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(_folder, "boards", name))),
                $"{name} differs");
        }
    }

    private void TrainHere(TrainingOptions options) => Assert.True(Train("here", options, null, int.MaxValue));

    private bool Train(string name, TrainingOptions options, IStepEngineFactory? engines, int stopAfter)
    {
        string path = Path.Combine(_folder, name);
        using WorkerTeam team = new(1);
        RunDirectory directory = Directory.Exists(path) ? RunDirectory.Open(path) : RunDirectory.Create(path);
        directory.WriteText("manifest.json", "{}");
        using CancellationTokenSource stop = new();
        StepObserver observer = new(stopAfter, stop);
        TrainingRunner runner = new(options, TinyTraining.Bars, TinyTraining.Model, TinyTraining.Preset(options), directory, team, observer, engines);
        try
        {
            runner.Run(stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
