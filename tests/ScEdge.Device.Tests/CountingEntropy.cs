using ScEdge.Entropy.Sources;

namespace ScEdge.Device.Tests;

/// <summary>A source whose words are easily told: 1, 2, 3.</summary>
internal sealed class CountingEntropy : IEntropySource
{
    private uint _word;

    public EntropyQuality Quality { get; set; } = EntropyQuality.Replay;

    public uint MinEntropy => 32768;

    public uint NextWord() => ++_word;
}
