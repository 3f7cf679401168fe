using System;

namespace ScEdge.Entropy.Health
{
    /// <summary>
    /// The upper tail of the binomial law from IEEE additions, multiplications and divisions alone.
    /// </summary>
    /// <remarks>
    /// Neighbouring terms have the ratio (n - k) / (k + 1) x p / (1 - p); from the mode, taken as one, they fall both ways, so nothing
    /// overflows, terms below 1e-308 of the mode vanish, and the sum of all makes the scale. Each term gathers at most 2n roundings: the
    /// relative error is below n 2^-50 for every tail that a double can hold.
    /// </remarks>
    public static class BinomialTail
    {
        /// <summary>Returns the probability of at least so many successes.</summary>
        /// <param name="trials">Number of trials n, 0 or more.</param>
        /// <param name="probability">Probability p of a success, above 0 and below 1.</param>
        /// <param name="successes">Number of successes k.</param>
        public static double AtLeast(int trials, double probability, int successes)
        {
            double odds = Odds(trials, probability);
            int mode = Mode(trials, probability);
            double tail = 0.0;
            double all = 0.0;
            double term = 1.0;
            for (int k = mode; k <= trials; k++)
            {
                all += term;
                tail += k >= successes ? term : 0.0;
                term *= odds * (trials - k) / (k + 1);
            }

            term = 1.0;
            for (int k = mode - 1; k >= 0; k--)
            {
                term *= (k + 1) / (odds * (trials - k));
                all += term;
                tail += k >= successes ? term : 0.0;
            }

            return tail / all;
        }

        /// <summary>Returns the smallest number of successes that is reached with at most a given probability.</summary>
        /// <param name="trials">Number of trials n, 0 or more.</param>
        /// <param name="probability">Probability p of a success, above 0 and below 1.</param>
        /// <param name="tail">The probability that may not be passed, above 0.</param>
        /// <returns>0..n + 1; n + 1 is never reached.</returns>
        public static int Cutoff(int trials, double probability, double tail)
        {
            int low = 0;
            int high = trials + 1;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (AtLeast(trials, probability, middle) <= tail)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            return low;
        }

        private static double Odds(int trials, double probability)
        {
            if (trials < 0 || !(probability > 0.0) || !(probability < 1.0))
            {
                throw new ArgumentOutOfRangeException(nameof(probability));
            }

            return probability / (1.0 - probability);
        }

        private static int Mode(int trials, double probability)
        {
            int mode = (int)((trials + 1) * probability);
            return mode > trials ? trials : mode;
        }
    }
}
