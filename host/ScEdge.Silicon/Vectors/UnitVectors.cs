using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Stochastic.Sources;
using ScEdge.Training.Data;

namespace ScEdge.Silicon.Vectors;

/// <summary>Operations of the units that stand beside the stochastic ones: binary multiply-accumulate units, generators of bits.</summary>
/// <remarks>Products are those of MNIST pixels with weights between -1/4 and 1/4, summed over windows of 25 as in the first layer; pixels that are
/// zero, four of five, are left out. Probabilities of streams are uniform, 32 bits of each.</remarks>
public static class UnitVectors
{
    private const int Window = 25;
    private const int Windows = 40;
    private const int Bits = 32;

    /// <summary>Writes sums of products in floating point, as unit_bench reads them.</summary>
    /// <param name="operations">Receives them.</param>
    /// <param name="fractionBits">Bits of an operand's fraction: 23, or 7 for bfloat16.</param>
    public static void WriteFloat(TextWriter operations, int fractionBits)
    {
        int dropped = 23 - fractionBits;
        uint Cut(float value) => BitConverter.SingleToUInt32Bits(value) >> dropped;
        float Whole(uint bits) => BitConverter.UInt32BitsToSingle(bits << dropped);
        float sum = 0;
        foreach ((int place, byte pixel, uint word) in Pairs())
        {
            (uint a, uint b) = (Cut(pixel / 255f), Cut(((word >> 8) / (float)(1 << 25)) - 0.25f));
            sum = (place == 0 ? 0 : sum) + (float)(Whole(a) * Whole(b));
            Write(operations, place == 0, a, b, BitConverter.SingleToUInt32Bits(sum));
        }
    }

    /// <summary>Writes sums of products of 8-bit integers.</summary>
    /// <param name="operations">Receives them.</param>
    public static void WriteInteger(TextWriter operations)
    {
        int sum = 0;
        foreach ((int place, byte pixel, uint word) in Pairs())
        {
            (sbyte a, sbyte b) = ((sbyte)(pixel >> 1), (sbyte)(word >> 24));
            sum = (place == 0 ? 0 : sum) + (a * b);
            Write(operations, place == 0, (byte)a, (byte)b, (uint)sum);
        }
    }

    /// <summary>Writes streams of a source of numbers.</summary>
    /// <param name="operations">Receives them.</param>
    /// <param name="source">Source, of 16 bits.</param>
    /// <param name="seed">Its first number.</param>
    public static void WriteStreams(TextWriter operations, INumberSource source, uint seed)
    {
        for (uint stream = 0; stream < Windows; stream++)
        {
            source.Reset();
            uint p = CounterGenerator.Word(stream, 29, 0) >> 16;
            for (int bit = 0; bit < Bits; bit++)
            {
                Write(operations, bit == 0, seed, p, source.Next() < p ? 1u : 0);
            }
        }
    }

    /// <summary>Writes results of arithmetic_unit on 1,000 pairs of words whose bits are fair.</summary>
    /// <param name="operations">Receives them.</param>
    /// <param name="result">The result of two operands.</param>
    public static void WriteArithmetic(TextWriter operations, Func<uint, uint, ulong> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        for (uint i = 0; i < Window * Windows; i++)
        {
            (uint a, uint b) = (CounterGenerator.Word(37, 41, i), CounterGenerator.Word(43, 47, i));
            operations.WriteLine($"{(i == 0 ? 1 : 0)} {a:x} {b:x} {result(a, b):x}");
        }
    }

    private static IEnumerable<(int Place, byte Pixel, uint Word)> Pairs()
    {
        ImageSet digits = MnistDataset.Load().Test;
        return digits.Images.Where(static pixel => pixel != 0).Take(Window * Windows)
            .Select(static (pixel, i) => (i % Window, pixel, CounterGenerator.Word(23, 31, (uint)i)));
    }

    private static void Write(TextWriter operations, bool first, uint a, uint b, uint expected) =>
        operations.WriteLine($"{(first ? 1 : 0)} {a:x} {b:x} {expected:x}");
}
