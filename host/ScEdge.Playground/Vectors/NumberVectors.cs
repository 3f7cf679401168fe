using System;
using System.Globalization;
using ScEdge.Stochastic.Optimizers;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Playground.Vectors;

/// <summary>Random words, coefficients and quantities.</summary>
internal static class NumberVectors
{
    /// <summary>Key and word at a place.</summary>
    public static string? Word(string line)
    {
        string[] fields = line.Split(',');
        ulong key = CounterGenerator.Key(ulong.Parse(fields[0], CultureInfo.InvariantCulture), Whole(fields[1]), Whole(fields[2]));
        uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), Whole(fields[3]));
        return Difference($"0x{key:x16},0x{word:x8}", fields[4..]);
    }

    /// <summary>Product of two fractions, and its part of a stream.</summary>
    public static string? Coefficients(string line)
    {
        string[] fields = line.Split(',');
        Coefficient product = Coefficient.FromFraction(Whole(fields[0])).Times(Coefficient.FromFraction(Whole(fields[1])));
        Coefficient perBit = product.DividedBy((int)Whole(fields[2]));
        return Difference($"{product.Mantissa},{product.Exponent},{perBit.Mantissa},{perBit.Exponent}", fields[3..]);
    }

    /// <summary>Quantum, probability and swing of a magnitude.</summary>
    public static string? Quantity(string line)
    {
        string[] fields = line.Split(',');
        Coefficient coefficient = new() { Mantissa = Whole(fields[1]), Exponent = int.Parse(fields[2], CultureInfo.InvariantCulture) };
        StreamScale scale = StreamScale.For(Whole(fields[0]), coefficient, (int)Whole(fields[3]));
        uint magnitude = Whole(fields[4]);
        return Difference($"{scale.QuantumShift},{scale.Probability(magnitude)},{scale.HalfProbability(magnitude)}", fields[5..]);
    }

    private static uint Whole(string text) => uint.Parse(text, CultureInfo.InvariantCulture);

    private static string? Difference(FormattableString computed, string[] fields)
    {
        string text = FormattableString.Invariant(computed);
        string wanted = string.Join(',', fields);
        return text == wanted ? null : $"{text} instead of {wanted}";
    }
}
