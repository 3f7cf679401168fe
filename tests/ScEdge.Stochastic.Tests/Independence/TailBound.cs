using System;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>How far a sum may lie from its mean before chance is a worse explanation than a fault.</summary>
internal static class TailBound
{
    /// <summary>Probability that a judgement rejects bits which are independent.</summary>
    public const double FalseAlarm = 1e-6;

    /// <summary>
    /// Bennett's inequality (G. Bennett, JASA 57, 1962), solved for t: independent terms of mean 0 and at most M, with variances
    /// that add up to V, exceed t with a probability of at most exp(-V / M^2 h(M t / V)), h(u) = (1 + u) ln(1 + u) - u.
    /// </summary>
    /// <remarks>It holds for every n and P, also where a coincidence is so rare that nothing is normal.</remarks>
    /// <param name="variance">V.</param>
    /// <param name="largest">M.</param>
    /// <param name="sums">Sums that are looked at, either side of each.</param>
    public static double Of(double variance, double largest, int sums)
    {
        double exponent = Math.Log(2 * sums / FalseAlarm) * largest * largest / variance;
        double low = 0;
        double high = 1;
        while (Height(high) < exponent)
        {
            high *= 2;
        }

        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Height(middle) < exponent ? (middle, high) : (low, middle);
        }

        return high * variance / largest;
    }

    /// <summary>Hoeffding's inequality (JASA 58, 1963) for sums of signs, in standard deviations.</summary>
    public static double OfSigns(int sums) => Math.Sqrt(2 * Math.Log(2 * sums / FalseAlarm));

    private static double Height(double u) => ((1 + u) * Math.Log(1 + u)) - u;
}
