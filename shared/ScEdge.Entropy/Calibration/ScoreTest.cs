namespace ScEdge.Entropy.Calibration
{
    /// <summary>
    /// Whether so many ones among so many bits can belong to a probability.
    /// </summary>
    /// <remarks>
    /// p is excluded when |k - n p| > z sqrt(n p (1 - p)). The p that are not excluded form the score interval (E. B. Wilson,
    /// "Probable Inference, the Law of Succession, and Statistical Inference", J. Am. Stat. Assoc. 22, 1927); comparing squares
    /// needs no root, and integers below 2^53 are exact as doubles.
    /// </remarks>
    public static class ScoreTest
    {
        /// <summary>Returns whether a probability lies below the interval of the observed bits.</summary>
        /// <param name="ones">k.</param>
        /// <param name="bits">n, 1 or more.</param>
        /// <param name="probability">p, 0..1; at 0 a single one excludes it, and 1 is never below.</param>
        /// <param name="deviations">z, positive.</param>
        public static bool IsBelow(long ones, long bits, double probability, double deviations)
        {
            double excess = ones - (bits * probability);
            return excess > 0.0 && excess * excess > deviations * deviations * bits * probability * (1.0 - probability);
        }

        /// <summary>Returns whether a probability lies above the interval of the observed bits.</summary>
        /// <param name="ones">k.</param>
        /// <param name="bits">n, 1 or more.</param>
        /// <param name="probability">p, 0..1.</param>
        /// <param name="deviations">z, positive.</param>
        public static bool IsAbove(long ones, long bits, double probability, double deviations)
        {
            return IsBelow(bits - ones, bits, 1.0 - probability, deviations);
        }
    }
}
