using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Device.Steps
{
    /// <summary>
    /// Rounds FP32 gradients to 16-bit integers as the host does: floor(g 2^F + u), u uniform in [0, 1) from the counter generator.
    /// </summary>
    /// <remarks>
    /// Floats are taken apart as bits and put together as doubles, which every runtime multiplies and adds alike; no function of
    /// the class library and no float arithmetic takes part. S. Gupta et al., "Deep Learning with Limited Numerical Precision",
    /// ICML 2015, for the rounding.
    /// </remarks>
    internal static class FloatGradient
    {
        /// <summary>What <see cref="Round"/> returns for a value that is no number, infinite, or far beyond 16 bits.</summary>
        public const int Unusable = int.MinValue;

        private const uint RoundingStream = 0x40000000;
        private const double PerWord = 1.0 / 4294967296.0;

        /// <summary>Returns the key of a tensor's rounding in a step.</summary>
        public static ulong Key(ulong seed, uint tensor, uint step)
        {
            return CounterGenerator.Key(seed, RoundingStream + tensor, step);
        }

        /// <summary>Returns 2^<paramref name="fractionBits"/>.</summary>
        /// <param name="fractionBits">-160..160.</param>
        public static double Scale(int fractionBits)
        {
            return BitConverter.Int64BitsToDouble((long)(1023 + fractionBits) << 52);
        }

        /// <summary>Rounds a gradient.</summary>
        /// <param name="bits">Bits of the float.</param>
        /// <param name="scale">2^F.</param>
        /// <param name="key">Key of the tensor and step.</param>
        /// <param name="index">Index in the tensor.</param>
        public static int Round(uint bits, double scale, ulong key, uint index)
        {
            int exponent = (int)((bits >> 23) & 0xFF);
            int mantissa = (int)(bits & 0x7FFFFF);
            if (exponent == 0xFF)
            {
                return Unusable;
            }

            // Below 2^-126 the exponent stays and the leading one is gone.
            double magnitude = exponent == 0
                ? mantissa * Scale(-149)
                : (mantissa | 0x800000) * Scale(exponent - 150);
            double scaled = magnitude * scale;
            if (scaled > 65536.0)
            {
                return Unusable;
            }

            long word = CounterGenerator.Word((uint)key, (uint)(key >> 32), index);
            double sum = ((bits >> 31) != 0 ? -scaled : scaled) + (word * PerWord);
            int whole = (int)sum;
            return whole > sum ? whole - 1 : whole;
        }
    }
}
