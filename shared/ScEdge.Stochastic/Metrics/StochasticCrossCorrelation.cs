using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Metrics
{
    /// <summary>
    /// Stochastic cross correlation of two streams, -1..1.
    /// </summary>
    /// <remarks>
    /// <para>With a, b, c, d the cycles in which the pair is 11, 10, 01, 00 and pa, pb the shares of ones,
    /// d = p(11) - pa pb relative to its extreme: SCC = d / (min(pa, pb) - pa pb) if d is positive, else
    /// d / (pa pb - max(pa + pb - 1, 0)). +1: the ones overlap as much as they can (shared source); -1: as little (inverted
    /// source); 0: as independent streams do on average. Unlike Pearson's it reaches 1 also for streams of different
    /// value. (A. Alaghi, J. Hayes, "Exploiting Correlation in Stochastic Circuit Design", ICCD 2013, eq. 1.)</para>
    /// <para>A constant stream correlates with nothing: 0. For independent streams the estimate has a standard
    /// deviation near sqrt(pa (1 - pa) pb (1 - pb) / N) divided by the extreme.</para>
    /// </remarks>
    public static class StochasticCrossCorrelation
    {
        /// <summary>Measures two streams of equal length; encodings do not matter.</summary>
        /// <exception cref="System.ArgumentException">The lengths differ.</exception>
        public static double Of(Bitstream first, Bitstream second)
        {
            StreamAgreement.RequireSameLength(first, second);
            long both = 0;
            for (int i = 0; i < first.Words.Length; i++)
            {
                both += PopulationCount.Of(first.Words[i] & second.Words[i]);
            }

            // All terms times N^2, so that the decision and both zero tests are made in integers.
            long length = first.Length;
            long ones1 = first.CountOnes();
            long ones2 = second.CountOnes();
            long product = ones1 * ones2;
            long excess = (both * length) - product;
            long extreme = excess > 0
                ? (length * (ones1 < ones2 ? ones1 : ones2)) - product
                : product - (length * (ones1 + ones2 > length ? ones1 + ones2 - length : 0));
            return extreme == 0 ? 0.0 : (double)excess / (double)extreme;
        }
    }
}
