using System;
using System.IO;
using System.Linq;
using ScEdge.Cbram.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Experiments.Evaluation;
using ScEdge.Input;
using ScEdge.Kernels.Threading;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Artifacts;
using ScEdge.Training.Networks;
using ScEdge.Training.Optimization;
using ScEdge.Training.Passes;
using ScEdge.Training.Passes.Layers;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Evaluation;

[Trait("Kind", "Unit")]
public sealed class StreamEvaluationTests(TinyRun run) : IClassFixture<TinyRun>
{
    [Fact]
    public void Of_LongerStreams_ComeCloserToFp32AndCostMore()
    {
        StreamEvaluationResult result = StreamEvaluation.Of(Request() with { Lengths = [8, 1024], Repeats = 3 });

        StreamRow shortest = result.Rows[0];
        StreamRow longest = result.Rows[1];
        Assert.Equal(run.Result.Stochastic!.Test!.Accuracy, result.Fp32.Evaluation.Accuracy);
        Assert.True(longest.Agreement > 0.97);
        Assert.True(longest.Agreement > shortest.Agreement);
        Assert.InRange(longest.Accuracy, longest.Interval.Low, longest.Interval.High);
        Assert.Equal(128 * shortest.BitsPerImage, longest.BitsPerImage, 1e-6);
        Assert.True(longest.EnergyPerImageAttojoules > 50 * shortest.EnergyPerImageAttojoules);
        Assert.NotNull(shortest.StandardDeviation);
        Assert.Equal(3 * TinyImages.TestCount, result.Confusion.Counts.Sum());
    }

    [Theory]
    [InlineData(StreamSource.OwnCells, false, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.Sobol, true, PassEncoding.SignMagnitude)]
    [InlineData(StreamSource.OwnCells, false, PassEncoding.Bipolar)]
    [InlineData(StreamSource.Sobol, true, PassEncoding.Bipolar)]
    public void Of_OneLength_IsWhatThePassesThemselvesReadAndCost(StreamSource source, bool weightsPerImage, PassEncoding encoding)
    {
        StreamEvaluationRequest request = Request() with
        {
            Lengths = [16], Source = source, WeightsPerImage = weightsPerImage, Encoding = encoding, Seed = 5,
        };
        StreamRow row = StreamEvaluation.Of(request).Rows[0];

        TrainingOptions options = TinyRun.Options with
        {
            Passes = new PassOptions
            {
                ForwardLength = 16, BackwardLength = 16, GradientLength = 16, Source = source, WeightsPerImage = weightsPerImage,
                Encoding = encoding,
            },
        };
        using WorkerTeam team = new(1);
        Network network = ParameterFiles.Read(
            Path.Combine(run.RunPath, ParameterFiles.ParametersName), (model, input) => new Network(model, input, team, 1));
        StochasticPasses passes = new(
            network.Model, network.Normalization, Registers(), options.Passes.Settings(5, 1),
            CellBankDesign.Settings(TinyRun.Preset, TinyRun.Preset.Nonidealities, 256, 16, serialWrite: false, 5), team, 64, backward: false);
        PassCounts[] counts = [.. passes.Tensors.Select(_ => new PassCounts())];
        ScEdge.Training.Networks.Evaluation evaluation = passes.Evaluate(run.Dataset.Test, counts);
        CostModel model = new(CostLibraryCatalog.Resolve("tsmc40lp-unarysim"), RunCircuit.OfPasses(options, TinyRun.Preset, network.Model));
        Int128 energy = counts.Aggregate((Int128)0, (sum, layer) => sum + model.Price(layer.Forward).TotalAttojoules);

        Assert.Equal(evaluation.Accuracy, row.Accuracy);
        Assert.Equal(counts.Sum(layer => layer.Forward.Bits) / (double)evaluation.ImageCount, row.BitsPerImage);
        Assert.Equal((double)energy / evaluation.ImageCount, row.EnergyPerImageAttojoules, 1e-6 * row.EnergyPerImageAttojoules);
        long gates = counts.Sum(layer => encoding == PassEncoding.Bipolar ? layer.Forward.XnorOperations : layer.Forward.AndOperations);
        Assert.Equal(gates / 16 / evaluation.ImageCount, row.ProductsPerImage);
        Assert.Null(row.StandardDeviation);
    }

    [Fact]
    public void Of_BipolarStreams_ComeToFp32OnlyWhenLong()
    {
        StreamEvaluationRequest request = Request() with { Lengths = [16, 4096], Source = StreamSource.Sobol };

        StreamRow[] bipolar = [.. StreamEvaluation.Of(request with { Encoding = PassEncoding.Bipolar }).Rows];

        Assert.True(bipolar[1].Agreement > 0.97);
        Assert.True(bipolar[0].Agreement < StreamEvaluation.Of(request).Rows[0].Agreement);
    }

    [Fact]
    public void RequireEncodingOfBoards_Bipolar_IsRefusedInOneSentence()
    {
        StreamEvaluationRequest.RequireEncodingOfBoards(PassEncoding.SignMagnitude);

        InputException exception = Assert.Throws<InputException>(
            static () => StreamEvaluationRequest.RequireEncodingOfBoards(PassEncoding.Bipolar));

        Assert.StartsWith("pass-encoding", exception.Setting, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Counters_GiveTheSameDecisionsAsTheirValues()
    {
        StreamEvaluationRequest request = Request() with { Lengths = [32] };

        StreamEvaluationResult values = StreamEvaluation.Of(request);
        StreamEvaluationResult counters = StreamEvaluation.Of(request with { Parameters = request.Parameters with { Registers = true } });

        Assert.True(counters.Fp32.HoldsCounters);
        Assert.Equal(values.Confusion.Counts, counters.Confusion.Counts);
        Assert.Equal(values.Rows[0].EnergyPerImageAttojoules, counters.Rows[0].EnergyPerImageAttojoules);
    }

    [Fact]
    public void Of_Threads_ChangeNothing()
    {
        StreamEvaluationRequest request = Request() with { Lengths = [16], Until = 0.95 };

        StreamEvaluationResult one = StreamEvaluation.Of(request);
        StreamEvaluationResult three = StreamEvaluation.Of(request with { Parameters = request.Parameters with { Threads = 3 } });

        Assert.Equal(one.Rows[0], three.Rows[0]);
        Assert.Equal(one.Confusion.Counts, three.Confusion.Counts);
    }

    [Fact]
    public void Of_Until_ReadsFewTimesAndDecidesAsFp32Does()
    {
        StreamRow once = StreamEvaluation.Of(Request() with { Lengths = [16] }).Rows[0];
        StreamRow careless = StreamEvaluation.Of(Request() with { Lengths = [16], Until = 0.5 }).Rows[0];
        StreamRow careful = StreamEvaluation.Of(Request() with { Lengths = [16], Until = 0.9999 }).Rows[0];

        Assert.Equal(1, once.MeanReadings);
        Assert.InRange(careless.MeanReadings, 2, careful.MeanReadings);
        Assert.InRange(careful.MeanReadings, 2, 30);
        Assert.True(careful.Agreement >= once.Agreement);
        Assert.True(careful.Agreement > 0.95);
        Assert.Equal(once.ProductsPerImage, careful.ProductsPerImage);

        // As many streams of maps for every reading; those of weights are shared by the images that are still open.
        Assert.True(careful.BitsPerImage > careful.MeanReadings * once.BitsPerImage);
    }

    [Fact]
    public void Of_Limit_ReadsTheFirstImages()
    {
        StreamEvaluationRequest request = Request();

        StreamEvaluationResult result = StreamEvaluation.Of(request with { Parameters = request.Parameters with { ImageLimit = 7 } });

        Assert.Equal(7, result.Confusion.Counts.Sum());
        Assert.Equal(7, result.Fp32.Evaluation.ImageCount);
    }

    public static TheoryData<string, StreamEvaluationRequest> Refusals()
    {
        StreamEvaluationRequest plain = new(new EvaluationRequest(""));
        return new TheoryData<string, StreamEvaluationRequest>
        {
            { "length", plain with { Lengths = [16, 20] } },
            { "length", plain with { Lengths = [] } },
            { "length", plain with { Lengths = [16, 16] } },
            { "length", plain with { Lengths = [16, 32], Until = 0.99 } },
            { "length", plain with { Lengths = [8192] } },
            { "repeats", plain with { Repeats = 0 } },
            { "repeats", plain with { Repeats = 2, Until = 0.99 } },
            { "until", plain with { Until = 1 } },
            { "until", plain with { Until = double.NaN } },
            { "source", plain with { Source = StreamSource.Ramp, Repeats = 2 } },
            { "source", plain with { Source = StreamSource.Ramp, Until = 0.9 } },
            { "pass-encoding", plain with { Source = StreamSource.Rounding, Encoding = PassEncoding.Bipolar } },
        };
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Of_SettingThatCannotBeUsed_IsNamedInOneSentence(string setting, StreamEvaluationRequest request)
    {
        InputException exception = Assert.Throws<InputException>(() => StreamEvaluation.Of(request with { Parameters = Request().Parameters }));

        Assert.StartsWith(setting, exception.Setting, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    public void Of_ParametersThatDiverged_AreRefused(float value)
    {
        using TemporaryFolder folder = new();
        SafetensorsFile file = SafetensorsFile.Read(Path.Combine(run.RunPath, ParameterFiles.ParametersName));
        SafetensorsFile diverged = new();
        foreach ((string key, string text) in file.Metadata)
        {
            diverged.Metadata[key] = text;
        }

        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            float[] values = tensor.Values<float>().ToArray();
            values[0] = tensor.Name == "conv1.weight" ? value : values[0];
            diverged.Add<float>(tensor.Name, [.. tensor.Shape], values);
        }

        string path = folder.At("diverged.safetensors");
        diverged.Write(path);

        InputException exception = Assert.Throws<InputException>(() => StreamEvaluation.Of(
            new StreamEvaluationRequest(new EvaluationRequest(path) { Dataset = run.DatasetPath, Threads = 1 })));

        Assert.Contains("conv1.weight", exception.Message, StringComparison.Ordinal);
    }

    private StreamEvaluationRequest Request() =>
        new(new EvaluationRequest(run.RunPath) { Dataset = run.DatasetPath, Threads = 1 });

    /// <summary>The counters that the run wrote, as they are.</summary>
    private RegisterTensor[] Registers()
    {
        SafetensorsFile file = SafetensorsFile.Read(Path.Combine(run.RunPath, ParameterFiles.RegistersName));
        return [.. run.Model.Parameters.Select(parameter => new RegisterTensor(
            file.Find(parameter.Name)!.Values<short>().ToArray(), int.Parse(file.Metadata["scedge.fraction_bits." + parameter.Name])))];
    }
}
