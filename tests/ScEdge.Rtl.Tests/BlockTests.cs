using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Rtl.Tests;

/// <summary>
/// Binary arithmetic in RTL against IEEE 754 as the runtime computes it, generators against the sources of shared, the drive's ramp against its
/// quantiser.
/// </summary>
public sealed class BlockTests
{
    private const uint One = 0x3F800000;
    private const int Random = 4000;

    private static readonly uint[] Corners =
    [
        0, 1, 2, 3, 0x007FFFFF, 0x00800000, 0x00800001, 0x00FFFFFF, 0x33800000, 0x34000000, 0x3F7FFFFF, One, 0x3F800001, 0x3FFFFFFF, 0x40000000,
        0x4B000000, 0x4B7FFFFF, 0x4B800000, 0x7F000000, 0x7F7FFFFE, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FC00000, 0x00000800, 0x3F000001,
    ];

    [VerilatorFact]
    public void Blocks_CornersAndRandomOperands_GiveWhatRuntimeAndPlainCodeDo()
    {
        using StringWriter lines = new() { NewLine = "\n" };
        int operations = 0;
        foreach ((int kind, bool first, ulong a, ulong b, ulong expected) in Products().Concat(Accumulations()).Concat(Streams()).Concat(Drives()))
        {
            lines.WriteLine($"{kind} {(first ? 1 : 0)} {a:x} {b:x} {expected:x}");
            operations++;
        }

        string result = Verilator.Simulate("blocks_bench", "operations", writer => writer.Write(lines));
        Assert.StartsWith($"{operations} updates, 0 differences", result, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Kind, bool First, ulong A, ulong B, ulong Expected)> Products()
    {
        uint[] signed = [.. Corners, .. Corners.Select(static one => one | 0x80000000)];
        IEnumerable<(uint A, uint B)> pairs = signed.SelectMany(a => signed.Select(b => (a, b)));
        foreach ((uint a, uint b) in pairs.Concat(Enumerable.Range(0, Random).Select(static i => Operands((uint)i))))
        {
            yield return (1, false, a, b, Bits(Float(a) * Float(b)));
            yield return (2, false, a, b, Bits(Float(a) + Float(b)));
        }
    }

    private static IEnumerable<(int Kind, bool First, ulong A, ulong B, ulong Expected)> Accumulations()
    {
        (float sum, float shortSum, int integer) = (0, 0, 0);
        for (uint i = 0; i < Random; i++)
        {
            bool first = i % 16 == 0;
            (uint a, uint b) = Operands(i);
            sum = (first ? 0 : sum) + (float)(Float(a) * Float(b));
            yield return (3, first, a, b, Bits(sum));
            (a, b) = (a >> 16, b >> 16);
            shortSum = (first ? 0 : shortSum) + (float)(Float(a << 16) * Float(b << 16));
            yield return (4, first, a, b, Bits(shortSum));
            integer = (first ? 0 : integer) + ((sbyte)a * (sbyte)b);
            yield return (5, first, a & 0xFF, b & 0xFF, (uint)integer);
        }
    }

    private static IEnumerable<(int Kind, bool First, ulong A, ulong B, ulong Expected)> Streams()
    {
        const ulong Seed = 0xACE1;
        INumberSource[] sources = [new LfsrSource(16, (uint)Seed), new SobolSource(3, 16), new CounterSource(7, 5, 3, 16)];
        ulong[] seeds = [Seed, 0, CounterGenerator.Key(7, 5, 3)];
        foreach ((int index, INumberSource source) in sources.Index())
        {
            for (uint i = 0; i < Random; i++)
            {
                // Now and then a probability of 0 and of 1.
                uint p = i % 61 == 0 ? 0 : i % 67 == 0 ? 65536 : CounterGenerator.Word(1, 2, i) >> 16;
                yield return (6 + index, i == 0, seeds[index], p, source.Next() < p ? 1u : 0);
            }
        }
    }

    /// <summary>Every probability about a boundary of the converter, and some between.</summary>
    private static IEnumerable<(int Kind, bool First, ulong A, ulong B, ulong Expected)> Drives()
    {
        ushort[] boundaries = DriveTable.Boundaries();
        IEnumerable<int> about = boundaries.SelectMany(static one => new[] { one - 1, one, one + 1 });
        foreach (int p in about.Concat([1, 2, 65535, 65536]).Where(static p => p >= 1).Distinct())
        {
            yield return (9, true, (ulong)p, 0, (ulong)boundaries.Count(one => one <= p));
        }
    }

    /// <summary>Operands of like exponents, so that sums cancel and products are near the ends of the range now and then.</summary>
    private static (uint A, uint B) Operands(uint index)
    {
        (uint a, uint b) = (CounterGenerator.Word(11, 13, 2 * index), CounterGenerator.Word(11, 13, (2 * index) + 1));
        uint near = (a & 0x7F800000) + ((b & 0x1F) << 23);
        return (index & 3) switch
        {
            0 => (a, b),
            1 => (a, (b & 0x807FFFFF) | (near & 0x7F800000)),
            2 => (a & 0x807FFFFF, b),
            _ => ((a & 0x807FFFFF) | 0x3F000000, (b & 0x807FFFFF) | 0x3F800000),
        };
    }

    private static float Float(uint bits) => BitConverter.UInt32BitsToSingle(bits);

    private static uint Bits(float value) => float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value);
}
