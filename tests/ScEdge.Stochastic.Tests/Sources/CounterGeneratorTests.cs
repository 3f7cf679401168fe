using System;
using System.Collections.Generic;
using System.Numerics;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Stochastic.Tests.Sources;

public sealed class CounterGeneratorTests
{
    // From an implementation in Python that was written from the documentation.
    [Theory]
    [Trait("Kind", "Golden")]
    [InlineData(0ul, 0u, 0u, 0x46B73E79F0C37C00ul, new uint[] { 0x9B96B42C, 0xFEF183DC, 0x0B5A255E, 0xF6CC9C0B, 0x43D69A41 })]
    [InlineData(1ul, 2u, 3u, 0xDD38A4BCC8DCC8F2ul, new uint[] { 0x0E85DB37, 0x67639B5F, 0x63A35E46, 0x802628A9, 0x3FE20CB5 })]
    [InlineData(
        ulong.MaxValue, uint.MaxValue, uint.MaxValue,
        0x9581A0C4BBF5AF49ul,
        new uint[] { 0xF000C34B, 0x916F3668, 0x1A75CCFF, 0xA8CE046F, 0x2CD2D7B9 })]
    [InlineData(20261123ul, 7u, 1000u, 0x670857C2F0FE39BEul, new uint[] { 0xE9133D60, 0xF56FA4E2, 0x3A52D203, 0x29756DFF, 0x94BECABC })]
    public void Word_KnownCoordinates_IsKnown(ulong seed, uint stream, uint step, ulong key, uint[] words)
    {
        Assert.Equal(key, CounterGenerator.Key(seed, stream, step));
        uint[] counters = [0, 1, 15, 16, uint.MaxValue];
        for (int i = 0; i < counters.Length; i++)
        {
            Assert.Equal(words[i], CounterGenerator.Word((uint)key, (uint)(key >> 32), counters[i]));
        }
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Word_DistinctCounters_AreDistinct()
    {
        ulong key = CounterGenerator.Key(3, 5, 7);
        var seen = new HashSet<uint>();
        for (uint counter = 0; counter < 1 << 17; counter++)
        {
            Assert.True(seen.Add(CounterGenerator.Word((uint)key, (uint)(key >> 32), counter)));
        }
    }

    /// <summary>Each bit position alone: 5 sigma of a fair coin, at unit and at comparator stride.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(1u)]
    [InlineData(16u)]
    public void Word_EveryBitPosition_IsAFairCoin(uint stride)
    {
        const int Words = 1 << 19;
        ulong key = CounterGenerator.Key(11, 0, 0);
        int[] ones = new int[32];
        for (uint i = 0; i < Words; i++)
        {
            uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), i * stride);
            for (int bit = 0; bit < 32; bit++)
            {
                ones[bit] += (int)((word >> bit) & 1);
            }
        }

        double bound = 5 * Math.Sqrt(Words) / 2;
        Assert.All(ones, count => Assert.InRange(count - (Words / 2.0), -bound, bound));
    }

    /// <summary>Changes of bit along the whole sequence: n - 1 fair coins.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Word_BitSequence_HasAsManyRunsAsFairCoins()
    {
        const int Words = 1 << 19;
        ulong key = CounterGenerator.Key(12, 0, 0);
        long changes = 0;
        uint last = CounterGenerator.Word((uint)key, (uint)(key >> 32), 0) & 1;
        for (uint i = 0; i < Words; i++)
        {
            uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), i);
            changes += BitOperations.PopCount(word ^ ((word << 1) | last));
            last = word >> 31;
        }

        double trials = (32.0 * Words) - 1;
        Assert.InRange(changes - (trials / 2), -2.5 * Math.Sqrt(trials), 2.5 * Math.Sqrt(trials));
    }

    /// <summary>Chi-square of bytes: mean 255, variance 510; 5 sigma both ways, so that too even is wrong as well.</summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    public void Word_Bytes_AreUniform(int shift)
    {
        const int Words = 1 << 19;
        ulong key = CounterGenerator.Key(13, 0, 0);
        int[] counts = new int[256];
        for (uint i = 0; i < Words; i++)
        {
            counts[(CounterGenerator.Word((uint)key, (uint)(key >> 32), i) >> shift) & 255]++;
        }

        double chiSquare = 0;
        foreach (int count in counts)
        {
            chiSquare += Math.Pow(count - (Words / 256.0), 2) / (Words / 256.0);
        }

        Assert.InRange(chiSquare, 255 - (5 * Math.Sqrt(510)), 255 + (5 * Math.Sqrt(510)));
    }

    /// <summary>
    /// The words at equal counters of coordinates that differ by one, or in one bit, differ in half their bits: over n
    /// bits the number of differences has the standard deviation sqrt(n) / 2.
    /// </summary>
    [Theory]
    [Trait("Kind", "Statistical")]
    [InlineData("seed")]
    [InlineData("stream")]
    [InlineData("step")]
    public void Key_NeighbouringCoordinate_IsUncorrelated(string coordinate)
    {
        const int Words = 1 << 12;
        for (int bit = 0; bit < 32; bit++)
        {
            uint first = 1000;
            uint second = bit == 31 ? first + 1 : first ^ (1u << bit);
            long differences = 0;
            ulong a = KeyAt(coordinate, first);
            ulong b = KeyAt(coordinate, second);
            for (uint counter = 0; counter < Words; counter++)
            {
                differences += BitOperations.PopCount(
                    CounterGenerator.Word((uint)a, (uint)(a >> 32), counter) ^ CounterGenerator.Word((uint)b, (uint)(b >> 32), counter));
            }

            Assert.InRange(differences - (16.0 * Words), -2.5 * Math.Sqrt(32 * Words), 2.5 * Math.Sqrt(32 * Words));
        }
    }

    /// <summary>Words a fixed lag of counters apart differ in half their bits, 5 sigma.</summary>
    [Fact]
    [Trait("Kind", "Statistical")]
    public void Word_LaggedCounters_AreUncorrelated()
    {
        const int Words = 1 << 14;
        ulong key = CounterGenerator.Key(14, 0, 0);
        foreach (uint lag in (uint[])[1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 32, 64, 256, 4096, 1u << 16, 1u << 24, 1u << 31])
        {
            long differences = 0;
            for (uint counter = 0; counter < Words; counter++)
            {
                differences += BitOperations.PopCount(
                    CounterGenerator.Word((uint)key, (uint)(key >> 32), counter)
                    ^ CounterGenerator.Word((uint)key, (uint)(key >> 32), counter + lag));
            }

            Assert.InRange(differences - (16.0 * Words), -2.5 * Math.Sqrt(32 * Words), 2.5 * Math.Sqrt(32 * Words));
        }
    }

    private static ulong KeyAt(string coordinate, uint value) => coordinate switch
    {
        "seed" => CounterGenerator.Key(value, 1, 1),
        "stream" => CounterGenerator.Key(1, value, 1),
        _ => CounterGenerator.Key(1, 1, value),
    };
}
