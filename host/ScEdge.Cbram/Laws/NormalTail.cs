using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Laws;

/// <summary>
/// The standard normal distribution as a hazard: h(z) = -ln Q(z), Q(z) = P(Z &gt; z).
/// </summary>
/// <remarks>
/// Near zero P - 1/2 by its series phi(z) (z + z^3/3 + z^5/15 + ...), in the tails Mills' ratio by its continued fraction 1/(z + 1/(z +
/// 2/(z + 3/(z + ...)))) (P. S. Laplace, 1805; M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 1964, 26.2.11 and 26.2.14).
/// </remarks>
internal static class NormalTail
{
    private const double HalfLnTwoPi = 0.91893853320467274178;
    private const double Middle = 2.5;
    private const int Terms = 60;

    /// <summary>z where P = 1 - 1/e, so h = 1.</summary>
    public const double AtOne = 0.33747496376420244;

    /// <summary>ln h(z).</summary>
    public static double LnHazard(double z)
    {
        if (z < -Middle)
        {
            // h = -ln(1 - P) = P + P^2 / 2 + ..., P itself from its logarithm: it may be below all numbers.
            double lnShare = LnTail(-z);
            double share = Elementary.Exp(lnShare);
            return share < 1e-300 ? lnShare : Elementary.Log(-Elementary.LogOnePlus(-share));
        }

        return Elementary.Log(z > Middle ? -LnTail(z) : -Elementary.LogOnePlus(-(0.5 + Half(z))));
    }

    /// <summary>ln phi(z).</summary>
    public static double LnDensity(double z) => (-0.5 * z * z) - HalfLnTwoPi;

    /// <summary>d ln h / dz = phi / (Q h).</summary>
    public static double Slope(double z)
    {
        double lnHazard = LnHazard(z);
        double lnSurvivors = z > Middle ? LnTail(z) : -Elementary.Exp(lnHazard);
        return Elementary.Exp(LnDensity(z) - lnSurvivors - lnHazard);
    }

    /// <summary>z of a hazard.</summary>
    public static double Inverse(double lnHazard) => Root.Of(LnHazard, Slope, lnHazard, lnHazard > 0 ? 1.0 : AtOne);

    /// <summary>ln Q(z), z from 2.5 on.</summary>
    private static double LnTail(double z)
    {
        double below = z;
        for (int n = Terms; n >= 1; n--)
        {
            below = z + (n / below);
        }

        return (-0.5 * z * z) - HalfLnTwoPi - Elementary.Log(below);
    }

    /// <summary>P(z) - 1/2 within -2.5..2.5.</summary>
    private static double Half(double z)
    {
        double term = z;
        double sum = z;
        for (int n = 3; n < 2 * Terms; n += 2)
        {
            term *= z * z / n;
            sum += term;
        }

        return sum * Elementary.Exp((-0.5 * z * z) - HalfLnTwoPi);
    }
}
