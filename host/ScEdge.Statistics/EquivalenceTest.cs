using System;

namespace ScEdge.Statistics;

/// <summary>
/// Whether a difference is shown to be smaller than a margin, in either direction.
/// </summary>
/// <remarks>
/// Two one-sided t tests (D. Schuirmann, "A comparison of the two one-sided tests procedure and the power approach for assessing the
/// equivalence of average bioavailability", J. Pharmacokinetics and Biopharmaceutics 15, 1987), each at 2.5 %: equivalent exactly if the whole
/// 95 % interval lies within the margin on both sides. Not to have found a difference is not enough.
/// </remarks>
/// <param name="Margin">Margin, above 0, in the unit of the difference.</param>
/// <param name="Low95">Lower end of the difference's 95 % interval.</param>
/// <param name="High95">Upper end of the difference's 95 % interval.</param>
/// <param name="LowerPValue">Probability of such a mean if the difference were -margin or less.</param>
/// <param name="UpperPValue">Probability of such a mean if the difference were margin or more.</param>
public sealed record EquivalenceTest(double Margin, double Low95, double High95, double LowerPValue, double UpperPValue)
{
    /// <summary>Level of each of the two tests.</summary>
    public const double Level = 0.025;

    /// <summary>
    /// Margin of test accuracy in points: a quarter of the error that FP32 training leaves on MNIST with LeNet-5, about 1 %. The product sets it;
    /// the paper gives none.
    /// </summary>
    public const double AccuracyMarginPoints = 0.25;

    /// <summary>Larger of the two probabilities.</summary>
    public double PValue => Math.Max(LowerPValue, UpperPValue);

    /// <summary>Whether the difference is shown to lie within the margin.</summary>
    public bool IsEquivalent => PValue < Level;

    /// <summary>Tests a mean.</summary>
    /// <param name="mean">Mean difference.</param>
    /// <param name="standardError">Its standard error, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom of the standard error, at least 1.</param>
    /// <param name="margin">Margin, above 0.</param>
    public static EquivalenceTest Of(double mean, double standardError, int degrees, double margin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(standardError);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        double half = StudentT.TwoSidedQuantile(1 - (2 * Level), degrees) * standardError;
        return new EquivalenceTest(
            margin, mean - half, mean + half, Beyond(mean + margin, standardError, degrees), Beyond(margin - mean, standardError, degrees));
    }

    /// <summary>Tests a comparison of test accuracies.</summary>
    public static EquivalenceTest Of(PairedComparison comparison, double marginPoints = AccuracyMarginPoints)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Of(comparison.Points, comparison.StandardError, comparison.Degrees, marginPoints);
    }

    private static double Beyond(double distance, double standardError, int degrees) => standardError > 0
        ? StudentT.UpperProbability(distance / standardError, degrees)
        : distance > 0 ? 0 : 1;
}
