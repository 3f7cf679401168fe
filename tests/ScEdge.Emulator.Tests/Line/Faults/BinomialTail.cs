using System;

namespace ScEdge.Emulator.Tests.Line.Faults;

/// <summary>Exact tails of the binomial law, the verdict on a stated rate.</summary>
internal static class BinomialTail
{
    /// <summary>The probability of a count as far from the mean on its side, or farther.</summary>
    public static double Of(long trials, double probability, long count)
    {
        bool isHigh = count > trials * probability;
        long from = isHigh ? count : 0;
        long to = isHigh ? trials : count;
        double logFactor = Math.Log(probability) - Math.Log(1 - probability);

        // log C(n,k) p^k (1-p)^(n-k), by the ratio of neighbours from k = 0.
        double log = trials * Math.Log(1 - probability);
        double sum = 0;
        for (long k = 0; k <= to; k++)
        {
            sum += k >= from ? Math.Exp(log) : 0;
            log += Math.Log((double)(trials - k) / (k + 1)) + logFactor;
        }

        return sum;
    }
}
