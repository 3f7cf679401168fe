using System;
using System.IO;
using System.Linq;
using ScEdge.Experiments.Reproduction;
using ScEdge.Experiments.Settings;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Tests.Reproduction;

[Trait("Kind", "Unit")]
public sealed class ReproductionExecutionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReproductionExecutionTests() => TinyImages.Write(_folder.At("images"));

    [Fact]
    public void Run_WithoutACommandLine_TrainsEveryLengthAndLeavesPageAndJson()
    {
        ReproductionRequest request = new(
            new TrainRequest
            {
                Options = new TrainingOptions
                {
                    Dataset = _folder.At("images"),
                    Model = "edge",
                    Epochs = 1,
                    BatchSize = 8,
                    StreamLengths = new StreamLengths(8, 8, 8),
                },
                OutputPath = _folder.At("claims"),
                CommandLine = "a script",
            },
            [new StreamLengths(4, 4, 4)]);

        ReproductionExecution execution = new(request);
        ReproductionResult result = execution.Run();

        Assert.Equal(["4", "8"], result.Lengths.Select(one => one.Lengths.ToString()));
        Assert.Single(result.Main.Result.Fp32.TestAccuracy);
        Assert.NotEmpty(result.Claims);
        Assert.True(File.Exists(execution.PagePath));
        Assert.Equal(
            ["length-4", "length-8", "reproduction.html", "reproduction.json"],
            Directory.EnumerateFileSystemEntries(execution.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
