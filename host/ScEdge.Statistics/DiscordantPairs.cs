using System;

namespace ScEdge.Statistics;

/// <summary>
/// Test images on which two trained networks disagree about what is right.
/// </summary>
/// <param name="OnlyFirst">Images that only the first network got right.</param>
/// <param name="OnlySecond">Images that only the second network got right.</param>
public sealed record DiscordantPairs(int OnlyFirst, int OnlySecond)
{
    /// <summary>Images by which the first is ahead.</summary>
    public int Difference => OnlyFirst - OnlySecond;

    /// <summary>Probability of a split at least as uneven if each such image fell to either network with probability 1/2.</summary>
    /// <remarks>
    /// The exact two-sided form of Q. McNemar, "Note on the sampling error of the difference between correlated proportions" (Psychometrika 12,
    /// 1947): min(1, 2 P(X &lt;= min)), X binomial over all discordant images. It speaks of these two networks, not of the trainings that made
    /// them.
    /// </remarks>
    public double ExactPValue
    {
        get
        {
            int all = OnlyFirst + OnlySecond;
            int fewer = Math.Min(OnlyFirst, OnlySecond);

            // Terms in logarithms: 2^-n would underflow beyond a thousand images.
            double logarithm = -all * Math.Log(2);
            double sum = Math.Exp(logarithm);
            for (int k = 1; k <= fewer; k++)
            {
                logarithm += Math.Log((double)(all - k + 1) / k);
                sum += Math.Exp(logarithm);
            }

            return Math.Min(1, 2 * sum);
        }
    }
}
