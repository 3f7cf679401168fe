using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Laws;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// A family of waits with a tau of its own at every voltage and one shape: what the waits say of the family whatever tau does over V.
/// </summary>
/// <param name="Shape">Shape of greatest likelihood.</param>
/// <param name="LogLikelihood">ln of the likelihood there.</param>
/// <param name="AkaikeCriterion">2 parameters - 2 ln L.</param>
public sealed record SeparateTaus(double Shape, double LogLikelihood, double AkaikeCriterion)
{
    private const double Precision = 1e-4;
    private const double HalfRange = 20.0;

    internal static SeparateTaus Of(WaitFamily family, IReadOnlyList<VoltageGroup> groups)
    {
        VoltageGroup[] used = [.. groups.Where(static group => group.Switched > 0)];
        if (family == WaitFamily.Exponential)
        {
            double maximum = SwitchingLawLikelihood.OfSeparateTaus(used);
            return new SeparateTaus(1.0, maximum, 2.0 * (used.Length - maximum));
        }

        double lnShape = GoldenSection.Maximum(
            one => Maximum(new WaitDistribution(family, Math.Exp(one)), used),
            Math.Log(WaitDistribution.LeastShape) + Precision,
            Math.Log(WaitDistribution.LargestShape) - Precision,
            Precision);
        double found = Maximum(new WaitDistribution(family, Math.Exp(lnShape)), used);
        return new SeparateTaus(Math.Exp(lnShape), found, 2.0 * (used.Length + 1 - found));
    }

    /// <summary>ln tau of greatest likelihood at one voltage.</summary>
    internal static double LnTau(VoltageGroup group, WaitDistribution waits)
    {
        double mean = Math.Log(group.TotalSeconds / group.Switched);
        return waits.IsExponential
            ? mean
            : GoldenSection.Maximum(lnTau => Likelihood(group, waits, lnTau), mean - HalfRange, mean + HalfRange, 1e-6);
    }

    private static double Maximum(WaitDistribution waits, IEnumerable<VoltageGroup> groups) =>
        groups.Sum(group => Likelihood(group, waits, LnTau(group, waits)));

    private static double Likelihood(VoltageGroup group, WaitDistribution waits, double lnTau) => group.Observations.Sum(one =>
    {
        double lnTime = Math.Log(one.WaitingTimeSeconds);
        return one.IsCensored ? -Math.Exp(waits.LnHazard(lnTime - lnTau)) : waits.LnDensity(lnTime - lnTau) - lnTime;
    });
}
