using System;
using System.Linq;
using ScEdge.Costing.Ledgers;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

/// <summary>Trainings whose updates take their bits from elsewhere than cells.</summary>
[Trait("Kind", "Unit")]
public sealed class UpdateSourceTests
{
    private static readonly TrainingOptions Options = TinyTraining.Options with { Baselines = Baselines.None };

    [Theory]
    [InlineData(OptimizerKind.Momentum, StreamSource.Counter)]
    [InlineData(OptimizerKind.Momentum, StreamSource.Lfsr)]
    [InlineData(OptimizerKind.Momentum, StreamSource.Sobol)]
    [InlineData(OptimizerKind.Momentum, StreamSource.Rounding)]
    [InlineData(OptimizerKind.Adam, StreamSource.Lfsr)]
    [InlineData(OptimizerKind.Adam, StreamSource.Sobol)]
    [InlineData(OptimizerKind.Sgd, StreamSource.Sobol)]
    public void Train_Bars_LearnsFromEverySource(OptimizerKind optimizer, StreamSource source)
    {
        TrainingOptions options = Options with
        {
            Optimizer = optimizer,
            UpdateSource = source,
            StreamLengths = new StreamLengths(16, 16, 16),
            LearningRate = optimizer == OptimizerKind.Adam ? 1 / 128.0 : 1 / 8.0,
            Epochs = 4,
        };
        options.Validate();
        using WorkerTeam team = new(2);
        SeedTraining training = TinyTraining.Start(options, team);
        while (!training.IsFinished)
        {
            training.Step();
        }

        // Guessing among three classes gets 100 images right with probability 1/3: 0.9 is twelve standard deviations above.
        Assert.InRange(training.Stochastic!.Result.Test!.Accuracy, 0.9, 1.0);
    }

    [Fact]
    public void Step_Counter_HasTheBitsOfIdealCellsWithoutTheirPulses()
    {
        using WorkerTeam team = new(2);
        TrainingOptions options = Options with { RateAsStream = true, LearningRate = 0.03 };
        SeedTraining cells = TinyTraining.Start(options, team);
        SeedTraining generators = TinyTraining.Start(
            options with { UpdateSource = StreamSource.Counter, Nonidealities = "device-to-device=0.5" }, team);
        for (int step = 0; step < 5; step++)
        {
            cells.Step();
            generators.Step();
        }

        Assert.Equal(TinyTraining.Values(cells.Stochastic!), TinyTraining.Values(generators.Stochastic!));
        OperationCounts expected = cells.Counts;
        OperationCounts counts = generators.Counts;
        Assert.True(expected.SetPulses > 0);
        Assert.Equal((expected.Numbers, expected.Bits, expected.AndOperations, expected.CounterIncrements, expected.RegisterWrites),
            (counts.Numbers, counts.Bits, counts.AndOperations, counts.CounterIncrements, counts.RegisterWrites));
        Assert.Equal((0, 0, 0, 0, 0), (counts.SetPulses, counts.SetEvents, counts.ResetPulses, counts.Reads, counts.LaneCycles));
    }

    [Fact]
    public void Step_Rounding_IsTheFixedPointBaseline()
    {
        using WorkerTeam team = new(2);
        SeedTraining training = TinyTraining.Start(Options with { Baselines = Baselines.Fixed, UpdateSource = StreamSource.Rounding }, team);
        for (int step = 0; step < 5; step++)
        {
            training.Step();
        }

        Assert.Equal(TinyTraining.Values(training.Fixed!), TinyTraining.Values(training.Stochastic!));
    }

    // Momentum: two streams a parameter and phase but for the weight, which has one; lengths 16/4/4.
    [Theory]
    [InlineData(StreamSource.Counter)]
    [InlineData(StreamSource.Lfsr)]
    [InlineData(StreamSource.Sobol)]
    public void Ledger_Streams_HoldNumbersBitsAndNoPulse(StreamSource source)
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(Options with { UpdateSource = source }, team);
        training.Step();

        CostLedger ledger = training.Ledger!;
        foreach (LedgerRow row in ledger.Rows)
        {
            long parameters = row.Tensor.Parameters;
            bool isWeight = row.Phase == "weight";
            Assert.Equal(
                (isWeight ? parameters : 2 * parameters, isWeight ? 4 * parameters : 20 * parameters), (row.Counts.Numbers, row.Counts.Bits));
            Assert.Equal((0, 0, 0), (row.Counts.SetPulses, row.Counts.Reads, row.Counts.LaneCycles));
            Assert.Equal(row.Counts.Bits, Operations(ledger, row, "comparators"));
            Assert.Equal(
                row.Counts.CounterIncrements + row.Counts.Numbers + row.Counts.RegisterWrites, Operations(ledger, row, "counter flip-flops"));
            Assert.Equal(row.Counts.Bits + (18 * row.Counts.Numbers), Operations(ledger, row, "counter clock gates"));
        }

        string[] parts = [.. ledger.Components.Select(static component => component.Part.Name)];
        Assert.DoesNotContain(parts, static name => name.StartsWith("cells", StringComparison.Ordinal));
        Assert.DoesNotContain(parts, static name => name.StartsWith("charge pump", StringComparison.Ordinal));
        Assert.Contains(source == StreamSource.Sobol ? "Sobol generators" : "shift registers", parts);
        Assert.Equal((0, 0.0), (ledger.Cells, ledger.Endurance.CyclesPerCell));
        Assert.True(ledger.Totals.Picoseconds > 0);
    }

    [Fact]
    public void Ledger_Rounding_CostsWhatTheFixedPointUnitDoes()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = TinyTraining.Start(Options with { UpdateSource = StreamSource.Rounding }, team);
        training.Step();

        CostLedger ledger = training.Ledger!;
        long parameters = ledger.Tensors.Sum(static tensor => tensor.Parameters);
        ScEdge.Costing.Baselines.FixedPointUpdate unit = new(ledger.Model.Library, ledger.Model.Circuit);
        Assert.Equal(1.0, ledger.Totals.AttojoulesPerUpdate / unit.AttojoulesPerUpdate, 1e-6);
        Assert.Equal(parameters / unit.UpdatesPerSecond, (double)ledger.Totals.Picoseconds * 1e-12, 1e-9);
        Assert.Equal(2 * parameters, ledger.Rows.Sum(static row => row.Counts.Multiplications));
    }

    [Theory]
    [InlineData(StreamSource.SharedCells)]
    [InlineData(StreamSource.Ramp)]
    [InlineData((StreamSource)99)]
    public void Validate_SourceThatUpdatesDoNotHave_IsRefused(StreamSource source) =>
        Assert.Equal("update-source cbram", Assert.Throws<InputException>((Options with { UpdateSource = source }).Validate).Setting);

    [Fact]
    public void Validate_StreamsOfUpdatesInFixedPoint_AreRefused()
    {
        TrainingOptions rounding = Options with { UpdateSource = StreamSource.Rounding };
        Assert.Throws<InputException>((rounding with { RateAsStream = true }).Validate);
        Assert.Throws<InputException>((rounding with { Encoding = UpdateEncoding.Bipolar }).Validate);

        // A rate that no shift expresses is a factor like any other.
        (rounding with { LearningRate = 0.03 }).Validate();
    }

    private static long Operations(CostLedger ledger, LedgerRow row, string part) =>
        ledger.Components.Single(component => component.Part.Name == part).Operations(row.Counts);
}
