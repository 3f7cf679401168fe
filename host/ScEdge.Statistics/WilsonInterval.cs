using System;

namespace ScEdge.Statistics;

/// <summary>The 95 % interval of a share that was observed in independent trials.</summary>
/// <remarks>
/// (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n), z = 1.96: the shares that the normal test does not reject. It stays within
/// 0 to 1 and has a width where all trials agree. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", JASA 22, 209-212, 1927.
/// </remarks>
/// <param name="Low">Lower end, 0 to 1.</param>
/// <param name="High">Upper end, 0 to 1.</param>
public sealed record WilsonInterval(double Low, double High)
{
    private const double Quantile = 1.959963984540054;

    /// <summary>Returns the interval.</summary>
    /// <param name="share">Observed share p, 0 to 1.</param>
    /// <param name="trials">Trials n, at least 1.</param>
    public static WilsonInterval Of(double share, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        double z2 = Quantile * Quantile / trials;
        double centre = share + (z2 / 2);
        double half = Math.Sqrt((share * (1 - share) * z2) + (z2 * z2 / 4));
        return new WilsonInterval(Math.Max(0, (centre - half) / (1 + z2)), Math.Min(1, (centre + half) / (1 + z2)));
    }
}
