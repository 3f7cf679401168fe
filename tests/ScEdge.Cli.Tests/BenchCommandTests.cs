using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Cli.Commands;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bench_JsonAndOut_HoldEveryFigure()
    {
        string file = _folder.At("bench.json");

        // A process of its own: tests that run at the same time would allocate in this one.
        JsonElement json = CliProcess
            .Run(_folder.Path, "bench", "--seconds", "0.5", "--threads", "1", "--json", "--out", file).AssertExit(0).Json;

        using JsonDocument written = JsonDocument.Parse(File.ReadAllText(file));
        Assert.True(JsonElement.DeepEquals(json, written.RootElement));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
        JsonElement[] figures = [.. json.GetProperty("figures").EnumerateArray()];
        string[] names =
        [
            "cbram_bits_own_32", "cbram_bits_alike_32", "cbram_bits_own_256", "cbram_bits_alike_256", "mac_bits_generated", "mac_bits_packed",
            "mux_bits", "apc_bits", "images", "updates", "share_passes", "share_entropy", "share_logic", "ratio_to_fp32", "allocated",
        ];
        Assert.Equal(names, figures.Select(figure => figure.GetProperty("name").GetString()));
        Assert.All(figures[..10], figure => Assert.True(figure.GetProperty("median").GetDouble() > 0));
        Assert.Equal(100, figures[10..13].Sum(figure => figure.GetProperty("median").GetDouble()), 6);

        // An object takes 24 bytes at least: no step makes one. The runtime itself does now and then, which few steps on a busy machine show.
        double allocated = figures[^1].GetProperty("median").GetDouble();
        for (int again = 0; again < 3 && allocated >= 24; again++)
        {
            JsonElement next = CliProcess.Run(_folder.Path, "bench", "--seconds", "2", "--threads", "1", "--json").AssertExit(0).Json;
            allocated = next.GetProperty("figures").EnumerateArray().Last().GetProperty("median").GetDouble();
        }

        Assert.InRange(allocated, 0, 23);
        Assert.Equal(1, json.GetProperty("threads").GetInt32());
    }

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--threads", "9")]
    [InlineData("--out", "")]
    [InlineData("--out", ".")]
    [InlineData("--out", "no-such-folder/bench.json")]
    public void Bench_ValueThatCannotBe_IsRefusedAtOnce(string option, string value) =>
        Assert.Throws<InputException>(() => CommandInvocation.Run(BenchCommand.Create(), option, value));
}
