using System;

namespace ScEdge.Cli.Tests;

/// <summary>
/// The same seed gives the same bytes.
/// </summary>
[Trait("Kind", "Golden")]
public sealed class TrainRepetitionTests : IDisposable
{
    private readonly TrainFolder _run = new();

    [Fact]
    public void Train_OneOrTwoThreadsAndAgain_WritesTheSameBytes()
    {
        string[] small = ["train", "--passes", "fp32", "--model", "edge", "--limit", "640", "--epochs", "1"];
        CliProcess.Run(_run.Folder, [.. small, "--out", "one", "--threads", "1"]).AssertExit(0);
        CliProcess.Run(_run.Folder, [.. small, "--out", "two", "--threads", "2"]).AssertExit(0);
        CliProcess.Run(_run.Folder, [.. small, "--out", "again", "--threads", "2"]).AssertExit(0);

        _run.AssertSame("one", "two");
        _run.AssertSame("two", "again");
    }

    public void Dispose() => _run.Dispose();
}
