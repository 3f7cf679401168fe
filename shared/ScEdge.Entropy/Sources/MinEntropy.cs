using ScEdge.Stochastic.Cbram;

namespace ScEdge.Entropy.Sources
{
    /// <summary>
    /// Min-entropy of a bit in units of 2^-16 bit, from and to the probability of its more probable value.
    /// </summary>
    /// <remarks>H = -log2 p, NIST SP 800-90B, "Recommendation for the Entropy Sources Used for Random Bit Generation" (2018), 2.1.</remarks>
    public static class MinEntropy
    {
        /// <summary>The min-entropy of a fair, independent bit.</summary>
        public const uint Full = 1u << 16;

        private const double Ln2 = 0.693147180559945309;

        /// <summary>Returns the min-entropy of a bit, rounded down to its unit and at least one unit.</summary>
        /// <param name="largestProbability">Probability of the more probable value, 0.5 to below 1.</param>
        public static uint Of(double largestProbability)
        {
            int units = (int)(-Elementary.Log(largestProbability) / Ln2 * Full);
            return units < 1 ? 1u : (uint)units;
        }

        /// <summary>Returns the largest probability that a value may have under a claim, 2^-H.</summary>
        /// <param name="minEntropy">H in units of 2^-16 bit, 1..65536.</param>
        public static double LargestProbability(uint minEntropy)
        {
            return minEntropy == Full ? 0.5 : Elementary.Exp(-(double)(int)minEntropy / Full * Ln2);
        }
    }
}
