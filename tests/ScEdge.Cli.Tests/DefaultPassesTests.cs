using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Settings;
using ScEdge.Stochastic.Passes;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Tests;

/// <summary>
/// The passes of a training whose command line leaves them open.
/// </summary>
[Trait("Kind", "Unit")]
public sealed class DefaultPassesTests
{
    private static readonly PassOptions Default = new() { ForwardLength = 256, BackwardLength = 32, GradientLength = 32 };

    public static TheoryData<string, PassOptions?> Lines => new()
    {
        { "", Default },
        { "--optimizer sc-adam", Default },
        { "--model edge --update-source sobol", Default },
        { "--source sobol", Default with { Source = StreamSource.Sobol } },
        { "--passes stochastic --pass-length 64", new PassOptions { ForwardLength = 64, BackwardLength = 64, GradientLength = 64 } },
        { "--passes fp32", null },
        { "--optimizer sgd", null },
        { "--port emulator:", null },
        { "--port emulator: --passes stochastic", Default },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Train_Line_HasThesePasses(string line, PassOptions? passes) =>
        Assert.Equal(passes, Read(new TrainArguments("train", offers: null, defaultSeeds: [1]), line));

    [Fact]
    public void Sweep_PointWithoutPasses_HasThoseOfTrain() =>
        Assert.Equal(Default, Read(new TrainArguments("sweep", static _ => true, defaultSeeds: [1]), "--model edge"));

    [Fact]
    public void Reproduce_Always_HasPassesInFp32()
    {
        RootCommand root = new();
        ReproduceArguments arguments = new();
        arguments.AddTo(root);
        Assert.Null(arguments.Read(root.Parse("--model edge")).Request.Train.Options.Passes);
    }

    [Fact]
    public void Train_WithoutOptions_HasAGateForEveryMultiplication()
    {
        using TemporaryFolder folder = new();
        TinyImages.Write(folder.At("images"));
        string[] train = "train --dataset images --model edge --batch 8 --epochs 1 --no-baseline --out run".Split(' ');

        CliResult result = CliProcess.Run(folder.Path, train).AssertExit(0);

        Assert.Contains("passes in sign-magnitude streams of 256/32/32 bits from cbram", result.Output, StringComparison.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.At("run/manifest.json")));
        JsonElement counts = manifest.RootElement.GetProperty("result").GetProperty("counts");

        // 16 x 16 pixels: 12 x 12 windows of 25 taps for 8 outputs, 2 x 2 of 200 for 16, then 16 x 3. The first layer has nothing to send back, and
        // every output has the gradient of a bias.
        long[] outputs = [8 * 144, 16 * 4, 3];
        long[] products = [outputs[0] * 25, outputs[1] * 200, outputs[2] * 16];
        long gates = (products.Sum() * 256) + ((products.Sum() - products[0]) * 32) + ((products.Sum() + outputs.Sum()) * 32);
        Assert.Equal(TinyImages.TrainingCount * gates, counts.GetProperty("and_operations").GetInt64());
    }

    private static PassOptions? Read(TrainArguments arguments, string line)
    {
        RootCommand root = new();
        arguments.AddTo(root);
        ParseResult parse = root.Parse(line);
        Assert.Empty(parse.Errors);
        return arguments.Read(parse).Request.Options.Passes;
    }
}
