using ScEdge.Stochastic.Cbram;

namespace ScEdge.Cbram.Laws;

/// <summary>
/// The gamma distribution of shape k and scale 1 as a hazard: h(x) = -ln Q(k, x), over y = ln x.
/// </summary>
/// <remarks>
/// P(k, x) by its series where x is below k + 1, else Q(k, x) by its continued fraction (M. Abramowitz, I. Stegun, "Handbook of Mathematical
/// Functions", 1964, 6.5.29 and 6.5.31); ln Gamma by Stirling's series from 10 on and the recurrence below it (6.1.41).
/// </remarks>
/// <param name="shape">k, 0.1..10.</param>
internal sealed class IncompleteGamma(double shape)
{
    private const int Terms = 120;
    private readonly double lnGamma = LnGamma(shape);

    /// <summary>ln Gamma(x) of a positive x.</summary>
    public static double LnGamma(double x)
    {
        double lnProduct = 0.0;
        while (x < 10.0)
        {
            lnProduct += Elementary.Log(x);
            x += 1.0;
        }

        double square = 1.0 / (x * x);
        double series = (1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))));
        return ((x - 0.5) * Elementary.Log(x)) - x + 0.91893853320467274178 + (series / x) - lnProduct;
    }

    /// <summary>ln h at y = ln x.</summary>
    public double LnHazard(double y)
    {
        if (Elementary.Exp(y) >= shape + 1.0)
        {
            return Elementary.Log(-LnSurvivors(y));
        }

        double lnShare = LnShare(y);
        double share = Elementary.Exp(lnShare);
        return share < 1e-300 ? lnShare : Elementary.Log(-Elementary.LogOnePlus(-share));
    }

    /// <summary>ln of the density over y: ln(x^k e^-x / Gamma(k)).</summary>
    public double LnDensity(double y) => (shape * y) - Elementary.Exp(y) - lnGamma;

    /// <summary>d ln h / dy = x f(x) / (Q h).</summary>
    public double Slope(double y)
    {
        double lnHazard = LnHazard(y);
        return Elementary.Exp(LnDensity(y) + Elementary.Exp(lnHazard) - lnHazard);
    }

    /// <summary>y = ln x at which ln h has a value.</summary>
    public double LnAt(double lnHazard) => Root.Of(LnHazard, Slope, lnHazard, 0.0);

    private double LnShare(double y)
    {
        double x = Elementary.Exp(y);
        double term = 1.0 / shape;
        double sum = term;
        for (int n = 1; n < Terms && term > 1e-17 * sum; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return (shape * y) - x - lnGamma + Elementary.Log(sum);
    }

    private double LnSurvivors(double y)
    {
        double x = Elementary.Exp(y);

        // x + (1 - k) - 1 (1 - k) / (x + 3 - k - 2 (2 - k) / (x + 5 - k - ...)), from its end.
        double below = x + (2 * Terms) + 1 - shape;
        for (int n = Terms; n >= 1; n--)
        {
            below = x + (2 * n) - 1 - shape - (n * (n - shape) / below);
        }

        return (shape * y) - x - lnGamma - Elementary.Log(below);
    }
}
