using System;
using System.Linq;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>From a magnitude to a probability: quantum, P, and the swing of bipolar coding.</summary>
internal static class QuantityFile
{
    public const string Name = "quantities.csv";

    private static readonly (uint Maximum, uint Mantissa, int Exponent, int Length)[] Scales =
    [
        (1, 32768, -15, 1), (100, 32768, -15, 32), (127, 32768, -18, 32), (128, 32768, -10, 32), (129, 32768, -10, 32), (32767, 52432, -19, 32),
        (32767, 52432, -19, 4), (20000, 40000, -25, 40), (32768, 65535, -31, 4096), (5, 32768, -40, 32), (65535, 65535, -8, 3), (1000, 33000, 0, 7),
        (0, 52432, -19, 32),
    ];

    public static string Text() => VectorText.Csv(
        "maximum,mantissa,exponent,length,magnitude,quantum_exponent,probability,bipolar_swing",
        from scale in Scales
        from magnitude in new[] { 0u, 1u, scale.Maximum / 3, scale.Maximum / 2, Math.Max(scale.Maximum, 1u) - 1, scale.Maximum }.Distinct()
        where magnitude <= scale.Maximum
        select Row(scale.Maximum, new Coefficient { Mantissa = scale.Mantissa, Exponent = scale.Exponent }, scale.Length, magnitude));

    private static FormattableString Row(uint maximum, Coefficient coefficient, int length, uint magnitude)
    {
        StreamScale scale = StreamScale.For(maximum, coefficient, length);
        (uint probability, uint swing) = (scale.Probability(magnitude), scale.HalfProbability(magnitude));
        return $"{maximum},{coefficient.Mantissa},{coefficient.Exponent},{length},{magnitude},{scale.QuantumShift},{probability},{swing}";
    }
}
