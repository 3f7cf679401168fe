using System;
using ScEdge.Entropy.Sources;

namespace ScEdge.Entropy.Tests.Monitoring;

/// <summary>A source that gives good words until it is told otherwise.</summary>
internal sealed class ScriptedSource(EntropyQuality quality, ulong seed) : IEntropySource
{
    private readonly ReplaySource words = new(seed, 0);

    public Func<uint, uint> Spoil { get; set; } = word => word;

    public EntropyQuality Quality { get; set; } = quality;

    public uint MinEntropy => Entropy.Sources.MinEntropy.Full;

    public uint NextWord() => Spoil(words.NextWord());
}
