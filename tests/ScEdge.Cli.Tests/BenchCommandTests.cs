using System.Linq;
using System.Text.Json;
using ScEdge.Cbram;
using ScEdge.Cli.Commands;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class BenchCommandTests
{
    [Fact]
    public void Bench_Json_HoldsEveryFigure()
    {
        JsonElement json = CommandInvocation.Run(BenchCommand.Create(), "--seconds", "0.5", "--threads", "1", "--json").Json;

        JsonElement[] figures = [.. json.GetProperty("figures").EnumerateArray()];
        string[] names =
        [
            "cbram_bits_own_32", "cbram_bits_alike_32", "cbram_bits_own_256", "cbram_bits_alike_256", "mac_bits_generated", "mac_bits_packed",
            "images", "updates", "share_passes", "share_entropy", "share_logic", "ratio_to_fp32", "allocated",
        ];
        Assert.Equal(names, figures.Select(figure => figure.GetProperty("name").GetString()));
        Assert.All(figures[..8], figure => Assert.True(figure.GetProperty("median").GetDouble() > 0));
        Assert.Equal(100, figures[8..11].Sum(figure => figure.GetProperty("median").GetDouble()), 6);

        // Not zero here: tests that run at the same time allocate in the same process.
        Assert.True(figures[^1].GetProperty("median").GetDouble() >= 0);
        Assert.Equal(1, json.GetProperty("threads").GetInt32());
    }

    [Theory]
    [InlineData("--seconds", "0")]
    [InlineData("--threads", "9")]
    public void Bench_OutOfRange_IsRefused(string option, string value) =>
        Assert.Throws<InputException>(() => CommandInvocation.Run(BenchCommand.Create(), option, value));
}
