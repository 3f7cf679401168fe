using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Metrics
{
    /// <summary>
    /// What a stream says after its first 1, 2, 4, ... cycles.
    /// </summary>
    /// <remarks>
    /// A stream has progressive precision if short prefixes are already good estimates, so that computing may stop early.
    /// The error of a prefix of n cycles falls like 1 / sqrt n for independent bits and like log n / n for
    /// low-discrepancy ones; a ramp has none of it. (A. Alaghi, J. Hayes, "Survey of Stochastic Computing", ACM TECS 12, 2013.)
    /// </remarks>
    public static class ProgressivePrecision
    {
        /// <summary>Returns the number of prefixes of 2^0, 2^1, ... cycles that lie within a length.</summary>
        /// <param name="length">N, 1 or more.</param>
        public static int PrefixCount(int length)
        {
            int count = 0;
            while (count < 31 && 1 << count <= length)
            {
                count++;
            }

            return count;
        }

        /// <summary>Returns the value of each prefix; element i is that of the first 2^i cycles.</summary>
        public static double[] Values(Bitstream stream)
        {
            double[] values = new double[PrefixCount(stream.Length)];
            for (int i = 0; i < values.Length; i++)
            {
                int cycles = 1 << i;
                long numerator = StreamValue.Numerator(
                    stream.Encoding, stream.IsNegative, stream.CountOnes(cycles), cycles);
                values[i] = StreamValue.Decode(numerator, cycles, stream.ScaleExponent);
            }

            return values;
        }

        /// <summary>Returns the error of each prefix: its value less the exact one.</summary>
        /// <param name="stream">Stream.</param>
        /// <param name="exact">The value that the stream should have, scale included.</param>
        public static double[] Errors(Bitstream stream, double exact)
        {
            double[] errors = Values(stream);
            for (int i = 0; i < errors.Length; i++)
            {
                errors[i] -= exact;
            }

            return errors;
        }
    }
}
