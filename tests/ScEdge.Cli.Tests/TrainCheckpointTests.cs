using System;
using System.IO;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class TrainCheckpointTests : IDisposable
{
    private readonly TrainFolder _run = new();

    [Fact]
    public void Resume_CheckpointOfOtherImages_IsRefused()
    {
        TinyImages.Write(Path.Combine(_run.Folder, "images"));
        string[] small = ["train", "--passes", "fp32", "--dataset", "images", "--model", "edge", "--batch", "4", "--epochs", "24", "--out", "run"];
        using (CliProcess process = CliProcess.Start(_run.Folder, small))
        {
            _run.Await(Path.Combine("run", "checkpoint.safetensors"));
            process.Kill();
        }

        string manifest = Path.Combine(_run.Folder, "run", "manifest.json");
        string before = File.ReadAllText(manifest);
        TinyImages.Write(Path.Combine(_run.Folder, "images"), size: 20);
        AssertRefused("was made with other images, another network or another device", before);

        TinyImages.Write(Path.Combine(_run.Folder, "images"));
        File.WriteAllText(manifest, before.Replace("\"epochs\": 24", "\"epochs\": 25", StringComparison.Ordinal));
        AssertRefused("was made with other settings than its manifest.json says", File.ReadAllText(manifest));

        File.WriteAllText(manifest, before);
        string checkpoint = Path.Combine(_run.Folder, "run", "checkpoint.safetensors");
        File.WriteAllBytes(checkpoint, File.ReadAllBytes(checkpoint)[..^16]);
        AssertRefused("checkpoint.safetensors", before);
    }

    public void Dispose() => _run.Dispose();

    private void AssertRefused(string words, string manifest)
    {
        CliResult result = CliProcess.Run(_run.Folder, "train", "--resume", "run").AssertExit(3);

        Assert.Contains(words, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(_run.Folder, "run", "manifest.json")));
    }
}
