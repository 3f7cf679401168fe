using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Numbers as bipolar streams: P(one) = (1 + x / 2^F) / 2.
    /// </summary>
    public static class BipolarNumber
    {
        /// <summary>The probability of zero, in units of 2^-16: one half.</summary>
        public const uint Zero = BernoulliWord.One / 2;

        /// <summary>Returns P in units of 2^-16: 32768 + sign(x) |x| 2^(e - F + 15), the magnitude rounded half up, at most 32768.</summary>
        /// <remarks>So -x has the complement of x, and the plus and minus full scales are streams of ones and of zeros.</remarks>
        /// <param name="value">x, in steps of 2^e.</param>
        /// <param name="scale">F and e.</param>
        public static uint Probability(int value, FullScale scale)
        {
            FullScale twice;
            twice.Exponent = scale.Exponent + 1;
            twice.Shift = scale.Shift - 1;
            uint half = twice.Probability((uint)(value < 0 ? -value : value));
            half = half < Zero ? half : Zero;
            return value < 0 ? Zero - half : Zero + half;
        }
    }
}
