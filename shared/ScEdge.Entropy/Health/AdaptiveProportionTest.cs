using ScEdge.Entropy.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// The adaptive proportion test on bits: alarm when the first value of a window comes C times within it.
    /// </summary>
    /// <remarks>
    /// A window has W = 1024 bits. The W - 1 bits after the first equal it with probability at most p = 2^-H each, so C is the smallest
    /// number with P(1 + B(W - 1, p) >= C) at most 2^-a. NIST SP 800-90B (2018), 4.4.2, whose table counts the first bit as a
    /// trial too and lies at most one higher.
    /// </remarks>
    public sealed class AdaptiveProportionTest
    {
        /// <summary>Bits of a window.</summary>
        public const int Window = 1024;

        private readonly int cutoff;
        private uint first;
        private int seen;
        private int ones;

        /// <summary>Makes the test.</summary>
        /// <param name="minEntropy">H claimed per bit, in units of 2^-16 bit, 1..65536.</param>
        /// <param name="falseAlarmDigits">a: the false-alarm probability is at most 2^-a per window, 1..64.</param>
        public AdaptiveProportionTest(uint minEntropy, int falseAlarmDigits)
        {
            double tail = 1.0;
            for (int i = 0; i < falseAlarmDigits; i++)
            {
                tail *= 0.5;
            }

            cutoff = 1 + BinomialTail.Cutoff(Window - 1, MinEntropy.LargestProbability(minEntropy), tail);
        }

        /// <summary>Gets C, the count that is an alarm; 1025 is never reached.</summary>
        public int Cutoff
        {
            get { return cutoff; }
        }

        /// <summary>Takes the next 32 bits; returns whether the count has reached C. A window begins anew after an alarm.</summary>
        public bool Add(uint word)
        {
            if (seen == 0)
            {
                first = word & 1;
                ones = 0;
            }

            seen += 32;
            ones += PopulationCount.Of(word);
            bool alarm = (first == 1 ? ones : seen - ones) >= cutoff;
            if (alarm || seen == Window)
            {
                seen = 0;
            }

            return alarm;
        }
    }
}
