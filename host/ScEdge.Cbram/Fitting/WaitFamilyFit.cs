using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram.Laws;

namespace ScEdge.Cbram.Fitting;

/// <summary>One family of waits fitted to measurements at several voltages, ln tau linear in voltage.</summary>
/// <param name="Law">The law; tau0 is not a number where the likelihood has no maximum with a falling tau.</param>
/// <param name="ShapeStandardError">Standard error of ln of the shape from the curvature of the profile likelihood; 0 for exponential waits.</param>
/// <param name="LogLikelihood">ln of the likelihood at its maximum, times in seconds.</param>
/// <param name="LnTau0StandardError">Standard error of ln tau0 with the shape held.</param>
/// <param name="V0StandardErrorVolts">Standard error of V0 with the shape held; V.</param>
/// <param name="Correlation">Correlation of these two errors, -1..1.</param>
/// <param name="Separate">The family without the line, a tau for every voltage.</param>
public sealed record WaitFamilyFit(
    SwitchingLaw Law,
    double ShapeStandardError,
    double LogLikelihood,
    double LnTau0StandardError,
    double V0StandardErrorVolts,
    double Correlation,
    SeparateTaus Separate)
{
    private const double Precision = 1e-5;

    /// <summary>Family.</summary>
    public WaitFamily Family => Law.Waits.Family;

    /// <summary>Akaike's criterion, 2 parameters - 2 ln L; smaller is better.</summary>
    public double AkaikeCriterion => (Law.Waits.IsExponential ? 4.0 : 6.0) - (2.0 * LogLikelihood);

    /// <summary>Fits a family with a shape, by golden sections over ln of the shape; null where no falling tau meets the waits.</summary>
    internal static WaitFamilyFit? Of(
        WaitFamily family, IReadOnlyList<VoltageGroup> groups, IReadOnlyList<VoltageGroup> bins, SwitchingLawLikelihood exponential, double centre)
    {
        (double A, double B) start = (exponential.Intercept, exponential.Slope);
        FamilyLikelihood At(double lnShape)
        {
            double shape = Math.Clamp(Math.Exp(lnShape), WaitDistribution.LeastShape, WaitDistribution.LargestShape);
            return new FamilyLikelihood(groups, new WaitDistribution(family, shape), start, centre);
        }

        double best = GoldenSection.Maximum(
            lnShape => At(lnShape).Maximum, Math.Log(WaitDistribution.LeastShape), Math.Log(WaitDistribution.LargestShape), Precision);
        FamilyLikelihood found = At(best);
        double tau0 = Math.Exp(found.LnTau0);
        if (!(found.Slope > 0) || !double.IsFinite(tau0) || tau0 == 0)
        {
            return null;
        }

        const double Step = 0.02;
        double curvature = ((2 * found.Maximum) - At(best - Step).Maximum - At(best + Step).Maximum) / (Step * Step);
        double shape = Math.Clamp(Math.Exp(best), WaitDistribution.LeastShape, WaitDistribution.LargestShape);
        (double aa, double ab, double bb) = found.Information;
        double determinant = (aa * bb) - (ab * ab);
        double varianceB = aa / determinant;
        double varianceA = bb / determinant;
        double covariance = -ab / determinant;
        double varianceTau0 = (centre * centre * varianceB) + varianceA - (2 * centre * covariance);
        double correlation = -((centre * varianceB) - covariance) / Math.Sqrt(varianceTau0 * varianceB);
        double v0 = 1 / found.Slope;
        return new WaitFamilyFit(
            new SwitchingLaw(tau0, v0, new WaitDistribution(family, shape)),
            curvature > 0 ? 1 / Math.Sqrt(curvature) : double.PositiveInfinity,
            found.Maximum,
            Math.Sqrt(varianceTau0),
            v0 * v0 * Math.Sqrt(varianceB),
            correlation,
            SeparateTaus.Of(family, bins));
    }

    /// <summary>
    /// The family to take: the exponential one unless another is better by 2 or more, and of the others the best. Where the waits leave the
    /// line of ln tau over V, families are compared without it: a shape would take in the bend.
    /// </summary>
    /// <remarks>
    /// A difference below 2 leaves both models their support (K. Burnham, D. Anderson, "Model Selection and Multimodel Inference", 2002, 2.6).
    /// </remarks>
    internal static WaitFamilyFit Choose(IReadOnlyList<WaitFamilyFit> families)
    {
        WaitFamilyFit exponential = families.Single(static one => one.Law.Waits.IsExponential);
        bool isLine = exponential.AkaikeCriterion - exponential.Separate.AkaikeCriterion < DecisiveDifference;
        double Criterion(WaitFamilyFit one) => isLine ? one.AkaikeCriterion : one.Separate.AkaikeCriterion;
        WaitFamilyFit best = families.MinBy(Criterion)!;
        return Criterion(exponential) - Criterion(best) >= DecisiveDifference ? best : exponential;
    }

    /// <summary>Difference of Akaike's criterion from which on it decides.</summary>
    public const double DecisiveDifference = 2.0;
}
