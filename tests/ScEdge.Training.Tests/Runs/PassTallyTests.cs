using System;
using System.Linq;
using System.Text.Json;
using ScEdge.Costing.Ledgers;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Runs;

namespace ScEdge.Training.Tests.Runs;

/// <summary>
/// Counts of passes against those made by hand for a network of two layers on 16 x 16 pixels.
/// </summary>
/// <remarks>
/// Convolution: 2 outputs of 3 x 3 taps with a border of 1. Along one direction 16 windows of 3 taps lose one at either end, 46 are left, so that
/// it makes 2 x 46 x 46 = 4,232 products; it has 18 weights, 256 inputs, 512 outputs. Dense: 128 inputs after pooling, 3 outputs, 384 products.
/// </remarks>
[Trait("Kind", "Unit")]
public sealed class PassTallyTests
{
    private const int Images = 16;
    private const int Steps = 3;

    private static readonly ModelDescription Model = new(
        "padded", 1, 16, 16,
        [new ConvolutionDescription(2, 3, 1), new RectifierDescription(), new MaxPoolingDescription(), new DenseDescription(3)],
        3);

    private static readonly TrainingOptions Options = TinyTraining.Options with
    {
        Baselines = Baselines.None,
        Passes = new PassOptions { ForwardLength = 64, BackwardLength = 8, GradientLength = 16 },
    };

    [Theory]
    [InlineData(false, PassEncoding.SignMagnitude)]
    [InlineData(true, PassEncoding.SignMagnitude)]
    [InlineData(false, PassEncoding.Bipolar)]
    [InlineData(true, PassEncoding.Bipolar)]
    public void Result_ThreeSteps_IsWhatACountByHandSays(bool weightsPerImage, PassEncoding encoding)
    {
        using WorkerTeam team = new(2);
        SeedTraining training = Start(team, weightsPerImage: weightsPerImage, encoding: encoding);
        Step(training, Steps);

        PassResult passes = training.Summarize().Passes!;

        long draws = Steps * (weightsPerImage ? Images : 1);
        const long All = Steps * Images;
        Assert.Equal(All, passes.Images);
        Assert.Equal(["conv1.weight", "fc1.weight"], passes.Layers.Select(layer => layer.Tensor));
        AssertCounts(encoding, passes, 0, 0, 64 * 4232 * All, (draws * 18) + (All * 256), 64);
        AssertCounts(encoding, passes, 0, 1, 0, 0, 8);
        AssertCounts(encoding, passes, 0, 2, 16 * (4232 + 512) * All, All * (256 + 512 + 1), 16);
        AssertCounts(encoding, passes, 1, 0, 64 * 384 * All, (draws * 384) + (All * 128), 64);
        AssertCounts(encoding, passes, 1, 1, 8 * 384 * All, (draws * 384) + (All * 3), 8);
        AssertCounts(encoding, passes, 1, 2, 16 * (384 + 3) * All, All * (128 + 3 + 1), 16);
    }

    [Fact]
    public void Result_ThreeStepsInFixedPoint_IsWhatACountByHandSays()
    {
        using WorkerTeam team = new(2);
        SeedTraining training = Start(team, StreamSource.Rounding);
        Step(training, Steps);

        PassResult passes = training.Summarize().Passes!;

        // Products, words and numbers; a word rounds each output, each error of an input, and each gradient of every image.
        const long All = Steps * Images;
        AssertRounded(passes, 0, 0, 4232 * All, 512 * All, (Steps * 18) + (All * 256));
        AssertRounded(passes, 0, 1, 0, 0, 0);
        AssertRounded(passes, 0, 2, 4232 * All, (18 + 2) * All, All * (256 + 512));
        AssertRounded(passes, 1, 0, 384 * All, 3 * All, (Steps * 384) + (All * 128));
        AssertRounded(passes, 1, 1, 384 * All, 128 * All, (Steps * 384) + (All * 3));
        AssertRounded(passes, 1, 2, 384 * All, (384 + 3) * All, All * (128 + 3));
    }

    [Fact]
    public void Counts_OfTheTraining_AreThoseOfUpdatesAndPasses()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = Start(team);
        Step(training, Steps);
        SeedResult result = training.Summarize();
        OperationCounts sum = new();
        sum.Add(training.StochasticRule!.Optimizer.Counts);
        foreach (OperationCounts pass in result.Passes!.Layers.SelectMany(layer => layer.Counts).Select(CountNames.Read))
        {
            sum.Add(pass);
        }

        Assert.Equal(CountNames.Of(sum), result.Counts);
        Assert.Equal(Steps * Images * ((64 * (4232 + 384)) + (8 * 384) + (16 * (4232 + 512 + 384 + 3))), result.Counts["and_operations"]);
    }

    [Theory]
    [InlineData(StreamSource.OwnCells, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.SharedCells, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Sobol, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Counter, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Rounding, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.OwnCells, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Sobol, PassEncoding.Bipolar)]
    public void Ledger_Rows_HoldTheCountsOfTheBatchAndAddUp(StreamSource source, PassEncoding encoding)
    {
        using WorkerTeam team = new(1);
        SeedTraining training = Start(team, source, encoding: encoding);
        Int128 rows = 0;
        for (int step = 0; step < Steps; step++)
        {
            training.Step();
            rows += training.Ledger!.Rows.Aggregate((Int128)0, (sum, row) => sum + row.TotalAttojoules);
        }

        CostLedger ledger = training.Ledger!;
        Assert.Equal(
            ["forward", "backward", "weight gradient", "momentum", "weight", "momentum", "weight"], ledger.Rows.Take(7).Select(row => row.Phase));
        bool isRounded = source == StreamSource.Rounding;
        Assert.Equal(isRounded ? 0 : 64 * 4232 * Images, Gates(encoding, ledger.Rows[0].Counts));
        Assert.Equal(isRounded ? 4232 * Images : 0, ledger.Rows[0].Counts.Multiplications);
        Assert.Equal(0, ledger.Rows[1].TotalAttojoules);
        Assert.Equal(isRounded ? 0 : 16 * (4232 + 512) * Images, Gates(encoding, ledger.Rows[2].Counts));
        Assert.Equal(isRounded ? 4232 * Images : 0, ledger.Rows[2].Counts.Multiplications);
        Assert.Equal(
            encoding == PassEncoding.Bipolar, ledger.Passes!.Model.Parts.Any(static part => part.Part.Name == "XNOR gates"));
        Assert.Equal(rows, ledger.Totals.TotalAttojoules);
        Assert.Equal(Steps * Model.ParameterCount, ledger.Totals.Updates);
        Assert.Equal(source is not (StreamSource.OwnCells or StreamSource.SharedCells), ledger.Totals.Passes!.ResetPulses.All(pulses => pulses == 0));
        PassResult passes = training.Summarize().Passes!;
        Assert.Equal(
            passes.Layers.Sum(layer => layer.Counts.Sum(counts => counts["reset_pulses"])), ledger.Totals.Passes.ResetPulses.Sum());
    }

    [Theory]
    [InlineData(PassEncoding.SignMagnitude)]
    [InlineData(PassEncoding.Bipolar)]
    public void Load_InTheMiddle_ContinuesCountsAndCosts(PassEncoding encoding)
    {
        using WorkerTeam team = new(1);
        SeedTraining whole = Start(team, encoding: encoding);
        Step(whole, 6);
        SeedTraining first = Start(team, encoding: encoding);
        Step(first, 2);
        TensorArchive archive = new(new SafetensorsFile());
        string saved = JsonSerializer.Serialize(first.Save(archive), RunJson.Compact);
        SeedTraining second = Start(team, encoding: encoding);

        second.Load(JsonSerializer.Deserialize<SeedProgress>(saved, RunJson.Compact)!, archive);
        Step(second, 4);

        SeedResult expected = whole.Summarize();
        SeedResult result = second.Summarize();
        Assert.Equal(TinyTraining.Values(whole.Stochastic!), TinyTraining.Values(second.Stochastic!));
        Assert.Equal(Json(expected.Passes), Json(result.Passes));
        Assert.Equal(Json(expected.Cost), Json(result.Cost));
    }

    [Fact]
    public void Summarize_PassesInFp32_SaysNothingOfThem()
    {
        using WorkerTeam team = new(1);
        SeedTraining training = Start(team, passes: false);
        training.Step();

        string json = Json(training.Summarize()) + Json(training.Save(new TensorArchive(new SafetensorsFile())));

        Assert.DoesNotContain("passes", json, StringComparison.Ordinal);
        Assert.Null(training.Ledger!.Passes);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, RunJson.Compact);

    private static long Gates(PassEncoding encoding, OperationCounts counts)
    {
        Assert.Equal(0, encoding == PassEncoding.Bipolar ? counts.AndOperations : counts.XnorOperations);
        return encoding == PassEncoding.Bipolar ? counts.XnorOperations : counts.AndOperations;
    }

    private static void AssertCounts(PassEncoding encoding, PassResult passes, int layer, int pass, long gates, long numbers, int length)
    {
        OperationCounts counts = CountNames.Read(passes.Layers[layer].Counts[pass]);
        Assert.Equal(gates, Gates(encoding, counts));
        Assert.Equal(encoding == PassEncoding.Bipolar && pass == 2 ? gates - counts.CounterIncrements : 0, counts.CounterDecrements);
        Assert.Equal(numbers, counts.Numbers);
        Assert.Equal(numbers * length, counts.Bits);
        Assert.Equal(numbers, counts.LaneCycles);
        Assert.Equal(counts.SetPulses, counts.Reads);
        Assert.Equal(counts.SetEvents, counts.ResetPulses);
        Assert.InRange(counts.SetPulses, 0, counts.Bits);
    }

    private static void AssertRounded(PassResult passes, int layer, int pass, long products, long words, long numbers)
    {
        OperationCounts counts = CountNames.Read(passes.Layers[layer].Counts[pass]);
        Assert.Equal((products, words, numbers), (counts.Multiplications, counts.RandomWords, counts.Numbers));
        Assert.Equal((0, 0, 0), (counts.Bits, counts.AndOperations, counts.CounterIncrements));
    }

    private static SeedTraining Start(
        WorkerTeam team, StreamSource source = StreamSource.OwnCells, bool weightsPerImage = false, bool passes = true,
        PassEncoding encoding = PassEncoding.SignMagnitude)
    {
        TrainingOptions options = Options with
        {
            Passes = passes ? Options.Passes! with { Source = source, WeightsPerImage = weightsPerImage, Encoding = encoding } : null,
        };
        return new SeedTraining(options, TinyTraining.Bars, Model, TinyTraining.Preset(options), team, seed: 3);
    }

    private static void Step(SeedTraining training, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            training.Step();
        }
    }
}
