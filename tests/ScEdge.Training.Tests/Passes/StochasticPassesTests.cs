using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Protocol.Tests;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Passes;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;
using ScEdge.Training.Runs;
using ScEdge.Training.Tests.Runs;

namespace ScEdge.Training.Tests.Passes;

[Trait("Kind", "Unit")]
public sealed class StochasticPassesTests
{
    private const ulong Seed = 5;
    private const uint Step = 70;

    private static readonly int[] Batch = [3, 17, 40, 41, 42, 99, 100, 101, 150, 200, 7];

    [Theory]
    [InlineData(StreamSource.OwnCells, 0.0, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.OwnCells, 0.3, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.SharedCells, 0.0, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.SharedCells, 0.3, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Lfsr, 0.0, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Sobol, 0.0, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Ramp, 0.0, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Counter, 0.3, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Rounding, 0.3, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.OwnCells, 0.0, PassEncoding.Bipolar)]
    [InlineData(StreamSource.OwnCells, 0.3, PassEncoding.Bipolar)]
    [InlineData(StreamSource.SharedCells, 0.3, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Lfsr, 0.0, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Sobol, 0.0, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Ramp, 0.0, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Counter, 0.3, PassEncoding.Bipolar)]
    public void ForwardBackward_OneBatch_EqualsPlainCodeInLossCountsAndGradients(StreamSource source, double spread, PassEncoding encoding)
    {
        PassSettings settings = new()
        {
            Seed = 21, ForwardLength = 64, BackwardLength = 32, GradientLength = 16, Source = source, Encoding = encoding,
        };
        CellBankSettings cells = new()
        {
            Lanes = 19, CellsPerLane = 64, DeviceToDevice = spread, CycleToCycle = spread, DriveDrift = spread, DriveDriftSeed = 6,
            SetDroop = spread,
        };
        AssertEqualsPlainCode(settings, cells, Step);
    }

    /// <summary>Few lanes meet more numbers than one in a map; 300 are as many as the kernels want of cells that remember.</summary>
    [Theory]
    [InlineData(StreamSource.OwnCells, 19, 0.0)]
    [InlineData(StreamSource.OwnCells, 300, 0.0)]
    [InlineData(StreamSource.OwnCells, 300, 0.3)]
    [InlineData(StreamSource.SharedCells, 19, 0.0)]
    [InlineData(StreamSource.SharedCells, 300, 0.3)]
    public void ForwardBackward_CellsWithMemory_EqualsPlainCodeBatchAfterBatch(StreamSource source, int lanes, double spread)
    {
        PassSettings settings = new() { Seed = 21, ForwardLength = 64, BackwardLength = 32, GradientLength = 16, Source = source };
        CellBankSettings cells = new() { Lanes = lanes, CellsPerLane = 64, DeviceToDevice = spread, ResidualFilament = 1 };
        AssertEqualsPlainCode(settings, cells, Step - 1, Step);
    }

    private static void AssertEqualsPlainCode(PassSettings settings, CellBankSettings cells, params ReadOnlySpan<uint> steps)
    {
        using WorkerTeam team = new(2);
        Network network = new(TinyTraining.Model, InputNormalization.FromImages(TinyTraining.Bars.Training), team, Batch.Length);
        network.Initialize(Seed);
        TrainingOptions options = TinyTraining.Options with { Passes = new PassOptions() };
        StochasticRule rule = new UpdateRuleFactory(options, TinyTraining.Preset(options), team).Stochastic(network.Parameters, Seed);
        RegisterTensor[] registers = [.. rule.Optimizer.Tensors.Select(static tensor =>
            new RegisterTensor(tensor.Circuit.Weights, tensor.Circuit.WeightFractionBits))];
        StochasticPasses passes = new(TinyTraining.Model, network.Normalization, registers, settings, cells, team, 16, backward: true);

        PlainPasses plain = new(
            TinyTraining.Model,
            network.Normalization,
            [.. registers.Select(static tensor => tensor.Values)],
            [.. registers.Select(static tensor => tensor.FractionBits)],
            settings,
            cells);
        double loss = 0;
        foreach (uint step in steps)
        {
            loss = passes.ForwardBackward(TinyTraining.Bars.Training, Batch, step).MeanLoss;
            passes.Count(rule.Optimizer.Tensors, StochasticRule.Split(1 / 32.0));
            int[] counterDigits = [.. rule.Optimizer.Tensors.Select(static tensor =>
                tensor.Gradient.FractionBits + QuantizedGradient.GuardDigits)];
            plain.Run(TinyTraining.Bars.Training, Batch, step, 16, counterDigits);
        }

        Assert.Equal(plain.Loss / Batch.Length, loss);
        for (int layer = 0; layer < plain.Counts.Length; layer++)
        {
            for (int pass = 0; pass < 3; pass++)
            {
                Assert.Equal(Values(plain.Counts[layer][pass]), Values(passes.Counts[layer].ByPass[pass]));
            }
        }

        for (int tensor = 0; tensor < registers.Length; tensor++)
        {
            Assert.Equal(Rounded(plain.Gradients[tensor], tensor), rule.Optimizer.Tensors[tensor].Gradient.Values);
        }
    }

    [Theory]
    [InlineData(StreamSource.OwnCells, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.SharedCells, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Lfsr, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Sobol, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Rounding, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.OwnCells, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Sobol, PassEncoding.Bipolar)]
    public void ForwardBackwardAndCount_AfterTheFirstBatch_AllocateNothing(StreamSource source, PassEncoding encoding)
    {
        PassSettings settings = new() { Seed = 21, ForwardLength = 64, Source = source, Encoding = encoding };
        using WorkerTeam team = new(1);
        Network network = new(TinyTraining.Model, InputNormalization.FromImages(TinyTraining.Bars.Training), team, Batch.Length);
        network.Initialize(Seed);
        TrainingOptions options = TinyTraining.Options with { Passes = new PassOptions() };
        StochasticRule rule = new UpdateRuleFactory(options, TinyTraining.Preset(options), team).Stochastic(network.Parameters, Seed);
        RegisterTensor[] registers = [.. rule.Optimizer.Tensors.Select(static tensor =>
            new RegisterTensor(tensor.Circuit.Weights, tensor.Circuit.WeightFractionBits))];
        CellBankSettings cells = new() { Lanes = 19, CellsPerLane = 64 };
        StochasticPasses passes = new(TinyTraining.Model, network.Normalization, registers, settings, cells, team, 16, backward: true);
        uint next = 0;
        Run(next++);

        Assert.Equal(0, AllocatedBytes.Of(() => Run(next++)));

        void Run(uint step)
        {
            passes.ForwardBackward(TinyTraining.Bars.Training, Batch, step);
            passes.Count(rule.Optimizer.Tensors, StochasticRule.Split(1 / 32.0));
        }
    }

    [Theory]
    [InlineData(false, PassEncoding.SignMagnitude, "device-to-device=0.2")]
    [InlineData(true, PassEncoding.SignMagnitude, "device-to-device=0.2")]
    [InlineData(false, PassEncoding.Bipolar, "device-to-device=0.2")]
    [InlineData(true, PassEncoding.Bipolar, "device-to-device=0.2")]
    [InlineData(true, PassEncoding.SignMagnitude, "residual-filament=0.5")]
    public void Step_AnyNumberOfThreads_EndsWithTheSameRegisters(bool weightsPerImage, PassEncoding encoding, string effect)
    {
        TrainingOptions options = TinyTraining.Options with
        {
            Passes = new PassOptions { ForwardLength = 64, WeightsPerImage = weightsPerImage, Encoding = encoding },
            Nonidealities = effect,
        };
        float[][] ends = [.. Enumerable.Range(1, 3).Select(threads =>
        {
            using WorkerTeam team = new(threads);
            SeedTraining training = TinyTraining.Start(options, team);
            for (int step = 0; step < 6; step++)
            {
                training.Step();
            }

            return TinyTraining.Values(training.Stochastic!);
        })];
        Assert.Equal(ends[0], ends[1]);
        Assert.Equal(ends[0], ends[2]);
    }

    [Theory]
    [InlineData(OptimizerKind.Momentum)]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.Sgd)]
    public void Train_Bars_LearnsWithEveryOptimizer(OptimizerKind optimizer)
    {
        TrainingOptions options = TinyTraining.Options with
        {
            Optimizer = optimizer,
            StreamLengths = new StreamLengths(16, 16, 16),
            LearningRate = optimizer == OptimizerKind.Adam ? 1 / 128.0 : 1 / 8.0,
            Epochs = 4,
            Passes = new PassOptions { ForwardLength = 128 },
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
        Assert.All(training.Passes!.Counts, static layer => Assert.True(layer.Forward.AndOperations > 0));
    }

    [Fact]
    public void Read_CellsWithMemory_RememberWithinABatchAlone()
    {
        using WorkerTeam team = new(1);
        Network network = new(TinyTraining.Model, InputNormalization.FromImages(TinyTraining.Bars.Training), team, Batch.Length);
        network.Initialize(Seed);
        RegisterTensor[] registers = [.. network.Parameters.Select(static parameter =>
            new RegisterTensor([.. parameter.Values.Select(static value => (short)MathF.Round(value * 16384))], 14))];
        PassSettings settings = new() { Seed = 21, ForwardLength = 32, Source = StreamSource.OwnCells };
        CellBankSettings cells = new() { Lanes = 64, CellsPerLane = 32, ResidualFilament = 3 };
        StochasticPasses passes = new(TinyTraining.Model, network.Normalization, registers, settings, cells, team, 16, backward: false);
        float[] first = new float[3 * Batch.Length];
        float[] again = new float[first.Length];

        passes.Read(TinyTraining.Bars.Training, Batch.AsSpan(0, 7), 4, first);
        float[] seven = [.. first];
        passes.Read(TinyTraining.Bars.Training, Batch, 4, first);
        passes.Read(TinyTraining.Bars.Training, Batch, 5, again);
        passes.Read(TinyTraining.Bars.Training, Batch, 4, again);

        Assert.Equal(first, again);
        Assert.Equal(seven[..21], first[..21]);

        // What an image is read as depends on the one before it, if cells remember.
        Assert.NotEqual(Second([3, 17], passes), Second([40, 17], passes));
        cells.ResidualFilament = 0;
        StochasticPasses forgetting = new(TinyTraining.Model, network.Normalization, registers, settings, cells, team, 16, backward: false);
        Assert.Equal(Second([3, 17], forgetting), Second([40, 17], forgetting));

        static float[] Second(int[] two, StochasticPasses reader)
        {
            float[] logits = new float[6];
            reader.Read(TinyTraining.Bars.Training, two, 4, logits);
            return logits[3..];
        }
    }

    [Theory]
    [InlineData(64, 4096, null)]
    [InlineData(65, 4096, "A sum of layer 1 would count up to 17,039,360 ones, more than the 16,777,216 that fit")]
    public void Constructor_SumsThatMightNotFitInto32Bits_Refuses(int width, int length, string? sentence)
    {
        using WorkerTeam team = new(1);
        ModelDescription model = new("wide", 1, 64, width, [new DenseDescription(2)], 2);
        RegisterTensor[] registers = [new(new short[64 * width * 2], 14), new(new short[2], 14)];
        PassSettings settings = new() { ForwardLength = length, Source = StreamSource.Lfsr };
        StochasticPasses Make() => new(
            model, new InputNormalization(1 / 64f, 0), registers, settings, new CellBankSettings(), team, 1, backward: false);
        if (sentence is null)
        {
            Assert.Equal(64 * width * 2, Make().Products);
        }
        else
        {
            Assert.StartsWith(sentence, Assert.Throws<InputException>(Make).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Counters without their guard digits, each rounded by the word of its parameter.</summary>
    private static short[] Rounded(int[] counters, int tensor)
    {
        ulong key = CounterGenerator.Key(Seed, QuantizedGradient.RoundingStream + (uint)tensor, Step);
        return [.. counters.Select((counter, i) =>
            (short)((counter + (int)(CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)i) >> 24)) >> 8))];
    }

    private static long[] Values(OperationCounts counts)
    {
        long[] values = new long[CountNames.All.Count];
        CountNames.Write(counts, values);
        return values;
    }
}
