using System;

namespace ScEdge.Statistics;

/// <summary>
/// Whether the leading class of an image, read again and again in fresh streams, can be trusted to stay ahead.
/// </summary>
/// <remarks>
/// <para>After t readings class c has the mean logit m_c, each logit centred on the mean of its reading. What is left of them after classes and
/// readings are taken out has (K - 1)(t - 1) degrees of freedom and gives their variance s^2. The leader a is decided where
/// (m_a - m_b) / (s sqrt(2 / t)) exceeds Student's quantile for the runner-up b, hence for every class.</para>
/// <para>The error 1 - C that the confidence C leaves is divided by K - 1, as any rival may be the runner-up, and spent over the looks: look
/// j = t - 1 takes 6 / (pi j)^2 of it, which adds up to one. So a class that streams of infinite length would put second is decided for with at
/// most 1 - C, as far as the logits' noise is normal, of one variance and independent from class to class.</para>
/// </remarks>
/// <param name="classes">Classes K, at least 2.</param>
/// <param name="confidence">C, 0.5 to below 1.</param>
public sealed class LeadTest(int classes, double confidence)
{
    /// <summary>Readings after which an image that is still open is decided for its leader.</summary>
    public const int MostReadings = 64;

    /// <summary>Least confidence that can be asked for.</summary>
    public const double LeastConfidence = 0.5;

    /// <summary>Highest confidence that can be asked for.</summary>
    public const double HighestConfidence = 0.9999;

    private readonly double[] _quantiles = new double[MostReadings + 1];

    /// <summary>Returns Student's quantile that the lead must exceed after t readings.</summary>
    /// <param name="readings">t, at least 2.</param>
    public double Quantile(int readings)
    {
        if (_quantiles[readings] == 0)
        {
            double look = readings - 1;
            double error = (1 - confidence) / (classes - 1) * 6 / (Math.PI * Math.PI * look * look);
            _quantiles[readings] = StudentT.TwoSidedQuantile(1 - (2 * Math.Min(error, 0.25)), (classes - 1) * (readings - 1));
        }

        return _quantiles[readings];
    }

    /// <summary>Returns whether an image is decided.</summary>
    public bool IsDecided(ReadLogits image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Readings >= 2
            && image.Lead > 0
            && image.Lead >= Quantile(image.Readings) * image.Deviation * Math.Sqrt(2.0 / image.Readings);
    }
}
