using System;

namespace ScEdge.Stochastic.Streams
{
    /// <summary>
    /// From a count of ones to the number it stands for, as an exact ratio of integers or as a double.
    /// </summary>
    public static class StreamValue
    {
        /// <summary>Largest magnitude of a scale exponent.</summary>
        public const int LargestScaleExponent = 64;

        /// <summary>Returns the numerator of the encoded ratio; its denominator is <paramref name="cycles"/>.</summary>
        /// <param name="encoding">Encoding of the stream.</param>
        /// <param name="isNegative">Sign of a sign-magnitude stream.</param>
        /// <param name="ones">C, the count of ones, 0..<paramref name="cycles"/>.</param>
        /// <param name="cycles">N, the number of bits counted.</param>
        /// <returns>C; 2 C - N when bipolar; C or -C for sign and magnitude.</returns>
        public static long Numerator(StreamEncoding encoding, bool isNegative, long ones, long cycles)
        {
            if (encoding == StreamEncoding.Bipolar)
            {
                return (2 * ones) - cycles;
            }

            return encoding == StreamEncoding.SignMagnitude && isNegative ? -ones : ones;
        }

        /// <summary>Returns numerator / denominator x 2^scaleExponent, the division rounded once.</summary>
        /// <param name="numerator">Numerator, magnitude at most 2^53.</param>
        /// <param name="denominator">Denominator, 1..2^53.</param>
        /// <param name="scaleExponent">Power of two, -64..64.</param>
        public static double Decode(long numerator, long denominator, int scaleExponent)
        {
            return (double)numerator / (double)denominator * PowerOfTwo(scaleExponent);
        }

        /// <summary>Returns 2 to the power of an exponent of -64..64, exactly.</summary>
        /// <exception cref="ArgumentException">The exponent is out of range.</exception>
        public static double PowerOfTwo(int exponent)
        {
            RequireScaleExponent(exponent);
            double power = 1.0;
            for (int i = exponent; i > 0; i--)
            {
                power *= 2.0;
            }

            for (int i = exponent; i < 0; i++)
            {
                power *= 0.5;
            }

            return power;
        }

        internal static void RequireScaleExponent(int exponent)
        {
            if (exponent < -LargestScaleExponent || exponent > LargestScaleExponent)
            {
                throw new ArgumentException(
                    "A scale exponent of " + exponent.ToString()
                    + " is outside -64..64; regenerate the stream at a smaller scale.");
            }
        }
    }
}
