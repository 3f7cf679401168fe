using System;
using ScEdge.Cli.Emulation;
using ScEdge.Emulator.Boards;
using ScEdge.Emulator.Entropy;
using ScEdge.Input;

namespace ScEdge.Cli.Tests;

[Trait("Kind", "Unit")]
public sealed class EmulatorTextTests
{
    [Fact]
    public void Parse_Everything_IsUnderstood()
    {
        EmulatorSettings settings = EmulatorText.Parse("memory=60000,baud=921600,latency=5ms,drop=0.01,entropy=rng,reset=3s@42");

        Assert.Equal(60000, settings.MemoryBytes);
        Assert.Equal(921600, settings.BitsPerSecond);
        Assert.Equal(5000, settings.LatencyMicroseconds);
        Assert.Equal(EmulatedEntropy.Rng, settings.Entropy);
        Assert.Equal("drop=0.01,reset=3000000us@42", settings.Faults.ToString());
    }

    [Fact]
    public void Parse_Nothing_GivesTheDefaults()
    {
        EmulatorSettings settings = EmulatorText.Parse("");
        Assert.Equal(90000, settings.MemoryBytes);
        Assert.Equal(0, settings.BitsPerSecond);
        Assert.Empty(settings.Faults.Settings);
    }

    [Theory]
    [InlineData("memory", "Options of the board itself are memory, baud, latency, entropy, front-end, storage.")]
    [InlineData("memory=60000,", "The fault \"\" cannot be used")]
    [InlineData("memory=60000@5", "The fault \"\" cannot be used")]
    [InlineData("baud=0", "The baud of the board cannot be \"0\"")]
    [InlineData("drop=2", "must be a probability from 0 to 1")]
    public void Parse_BadText_SaysWhatIsWrong(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<InputException>(() => EmulatorText.Parse(text)).Message, StringComparison.Ordinal);
}
