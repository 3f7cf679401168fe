using System;
using System.Linq;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>Products of two fractions, and their division by a stream length.</summary>
internal static class CoefficientFile
{
    public const string Name = "coefficients.csv";

    private static readonly uint[] Fractions = [1, 3, 100, 6554, 32768, 32769, 50000, 65535, 65536];
    private static readonly int[] Lengths = [1, 3, 7, 32, 40, 4095, 4096];

    public static string Text() => VectorText.Csv(
        "first_units,second_units,length,product_mantissa,product_exponent,per_bit_mantissa,per_bit_exponent",
        from first in Fractions
        from second in new uint[] { 32769, 50000, 65536 }
        let length = Lengths[(int)((first + second) % (uint)Lengths.Length)]
        select Row(first, second, length));

    private static FormattableString Row(uint first, uint second, int length)
    {
        Coefficient product = Coefficient.FromFraction(first).Times(Coefficient.FromFraction(second));
        Coefficient perBit = product.DividedBy(length);
        return $"{first},{second},{length},{product.Mantissa},{product.Exponent},{perBit.Mantissa},{perBit.Exponent}";
    }
}
