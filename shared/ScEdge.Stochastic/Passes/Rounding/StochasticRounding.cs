namespace ScEdge.Stochastic.Passes.Rounding
{
    /// <summary>
    /// Rounds exact sums to a coarser unit at random, so that the mean is the sum.
    /// </summary>
    /// <remarks>
    /// floor((S + u) 2^-d) for S in units of 2^-d, u uniform on 0..2^d - 1: S 2^-d in the mean, variance f (1 - f) with f its fraction. (S. Gupta,
    /// A. Agrawal, K. Gopalakrishnan, P. Narayanan, "Deep Learning with Limited Numerical Precision", ICML 2015.)
    /// </remarks>
    public static class StochasticRounding
    {
        /// <summary>Most digits that can be dropped; sums of fewer than 2^47 then still have a mean that is exact to 2^-32.</summary>
        public const int MostDigits = 48;

        /// <summary>Rounds a sum.</summary>
        /// <param name="sum">S, of magnitude below 2^47.</param>
        /// <param name="digits">d, the digits to drop, 1 to <see cref="MostDigits"/>.</param>
        /// <param name="word">Random word: u is its upper d digits; with more than 32 of them the lower ones are zero.</param>
        public static int Of(long sum, int digits, uint word)
        {
            long uniform = digits <= 32 ? word >> (32 - digits) : (long)word << (digits - 32);
            return (int)((sum + uniform) >> digits);
        }
    }
}
