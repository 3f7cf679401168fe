using System;

namespace ScEdge.Stochastic.Cbram
{
    /// <summary>
    /// Exponential and logarithm built from IEEE additions, multiplications and divisions alone.
    /// </summary>
    /// <remarks>
    /// The library functions of a PC and of the chip differ in their last bits (the chip computes them in single
    /// precision), and a cell model that is built from them would give different bits on each. These series use only
    /// operations that IEEE 754 rounds exactly, so every machine gets the same doubles. They serve the construction of
    /// tables, not inner loops. Relative error below 1e-14 over the documented ranges.
    /// </remarks>
    public static class Elementary
    {
        private const double Ln2High = 0.693147180369123816490;
        private const double Ln2Low = 1.90821492927058770002e-10;
        private const double InverseLn2 = 1.44269504088896338700;

        /// <summary>Computes e to the power of <paramref name="x"/>; 0 below -700, the value at 700 above 700.</summary>
        public static double Exp(double x)
        {
            if (x < -700.0)
            {
                return 0.0;
            }

            if (x > 700.0)
            {
                x = 700.0;
            }

            double scaled = x * InverseLn2;
            int exponent = (int)(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
            double reduced = x - (exponent * Ln2High) - (exponent * Ln2Low);
            return (1.0 + ExpMinusOneSeries(reduced)) * PowerOfTwo(exponent);
        }

        /// <summary>Computes e^x - 1 without cancellation near zero; range of <see cref="Exp"/>.</summary>
        public static double ExpMinusOne(double x)
        {
            return x > -0.3 && x < 0.3 ? ExpMinusOneSeries(x) : Exp(x) - 1.0;
        }

        /// <summary>Computes the natural logarithm of a positive, finite, normal number.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The argument is not positive.</exception>
        public static double Log(double x)
        {
            if (!(x > 0.0))
            {
                throw new ArgumentOutOfRangeException(nameof(x));
            }

            long bits = BitConverter.DoubleToInt64Bits(x);
            int exponent = (int)((bits >> 52) & 0x7FF) - 1023;
            double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
            if (mantissa > 1.4142135623730951)
            {
                mantissa *= 0.5;
                exponent++;
            }

            return (exponent * Ln2High) + (LogOnePlusSeries(mantissa - 1.0) + (exponent * Ln2Low));
        }

        /// <summary>Computes ln(1 + x) without cancellation near zero, for x above -1.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The argument is -1 or less.</exception>
        public static double LogOnePlus(double x)
        {
            return x > -0.25 && x < 0.25 ? LogOnePlusSeries(x) : Log(1.0 + x);
        }

        private static double ExpMinusOneSeries(double x)
        {
            double sum = 0.0;
            for (int n = 18; n >= 1; n--)
            {
                sum = (1.0 + sum) * x / n;
            }

            return sum;
        }

        /// <summary>ln(1 + x) = 2 artanh(x / (2 + x)) for 1 + x within [0.7, 1.42].</summary>
        private static double LogOnePlusSeries(double x)
        {
            double ratio = x / (2.0 + x);
            double square = ratio * ratio;
            double sum = 0.0;
            for (int n = 25; n >= 1; n -= 2)
            {
                sum = (sum * square) + (1.0 / n);
            }

            return 2.0 * ratio * sum;
        }

        private static double PowerOfTwo(int exponent)
        {
            return BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
        }
    }
}
