using ScEdge.Stochastic.Cbram;

namespace ScEdge.Stochastic.Passes
{
    /// <summary>
    /// Numbers as bipolar streams: P(one) = (1 + x / S) / 2.
    /// </summary>
    public static class BipolarNumber
    {
        /// <summary>The probability of zero, in units of 2^-16: one half.</summary>
        public const uint Zero = BernoulliWord.One / 2;

        /// <summary>Returns P in units of 2^-16: 32768 + sign(x) H, H half of the P that the magnitude has, rounded half up.</summary>
        /// <remarks>So -x has the complement of x, and the plus and minus full scales are streams of ones and of zeros.</remarks>
        /// <param name="value">x, in steps of 2^e.</param>
        /// <param name="scale">S and e.</param>
        public static uint Probability(int value, FullScale scale)
        {
            uint half = (scale.Probability((uint)(value < 0 ? -value : value)) + 1) >> 1;
            return value < 0 ? Zero - half : Zero + half;
        }
    }
}
