using System;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Stochastic.Metrics
{
    /// <summary>
    /// Autocorrelation of a stream at a lag: what a delay would leave of the dependence.
    /// </summary>
    /// <remarks>
    /// r_k = sum over t of 0..N - k - 1 of (b_t - m)(b_(t+k) - m), divided by the sum over all t of (b_t - m)^2, with m
    /// the share of ones. r_0 = 1. For independent bits E is about -(N - k) / N^2 and the standard deviation at most
    /// about 1 / sqrt N. A constant stream has no variance to compare with: 0. (G. Box, G. Jenkins, "Time Series
    /// Analysis", 1970.)
    /// </remarks>
    public static class Autocorrelation
    {
        /// <summary>Measures a stream at a lag.</summary>
        /// <param name="stream">Stream; its encoding does not matter.</param>
        /// <param name="lag">Lag k in cycles, 0..N - 1.</param>
        /// <exception cref="ArgumentException">The lag does not lie within the stream.</exception>
        public static double AtLag(Bitstream stream, int lag)
        {
            if (lag < 0 || lag >= stream.Length)
            {
                throw new ArgumentException(
                    "A lag of " + lag.ToString() + " cycles does not lie within a stream of " + stream.Length.ToString()
                    + "; use a shorter lag.");
            }

            Bitstream delayed = Isolator.Delay(stream, lag, false);
            long both = 0;
            for (int i = 0; i < stream.Words.Length; i++)
            {
                both += PopulationCount.Of(stream.Words[i] & delayed.Words[i]);
            }

            long length = stream.Length;
            long ones = stream.CountOnes();
            if (ones == 0 || ones == length)
            {
                return 0.0;
            }

            double mean = (double)ones / (double)length;
            long early = stream.CountOnes(stream.Length - lag);
            long late = ones - stream.CountOnes(lag);
            double covariance = both - (mean * (early + late)) + (mean * mean * (length - lag));
            return covariance / (ones * (1.0 - mean));
        }
    }
}
