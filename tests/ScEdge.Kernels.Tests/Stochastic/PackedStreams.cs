using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Kernels.Tests.Stochastic;

/// <summary>
/// Streams of random bits for the kernels of packed streams.
/// </summary>
internal static class PackedStreams
{
    /// <summary>The tiers that this processor has.</summary>
    public static TheoryData<VectorTier> Tiers => [.. System.Enum.GetValues<VectorTier>().Where(tier => tier <= KernelTier.Hardware)];

    /// <summary>Draws a stream; p = 1/2.</summary>
    public static Bitstream Drawn(int length, StreamEncoding encoding, uint key, bool isNegative = false)
    {
        Bitstream stream = new(length, encoding, 0, isNegative);
        for (int word = 0; word < stream.Words.Length; word++)
        {
            stream.Words[word] = CounterGenerator.Word(key, 3, (uint)word);
        }

        stream.ClearTail();
        return stream;
    }

    /// <summary>Draws some streams.</summary>
    public static Bitstream[] Drawn(int count, int length, StreamEncoding encoding, uint key) =>
        [.. Enumerable.Range(0, count).Select(i => Drawn(length, encoding, key + (uint)i))];

    /// <summary>Lays streams end to end.</summary>
    public static uint[] Packed(IEnumerable<Bitstream> streams) => [.. streams.SelectMany(stream => stream.Words)];
}
