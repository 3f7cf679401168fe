namespace ScEdge.Costing.Claims;

/// <summary>"No notable loss of accuracy."</summary>
public static class AccuracyClaim
{
    /// <summary>A drop of more points than this is taken to be notable; the abstract gives no number (assumption).</summary>
    public const double NotablePoints = 0.5;

    /// <summary>Judges a measured drop: it must stay below <see cref="NotablePoints"/> with its whole 95 % interval.</summary>
    /// <param name="dropPoints">FP32 minus stochastic test accuracy, mean over the seeds; points.</param>
    /// <param name="halfWidth95">Half width of the 95 % interval of that mean; points; null for one seed.</param>
    /// <param name="configuration">What was trained.</param>
    public static ClaimResult Judge(double dropPoints, double? halfWidth95, string configuration)
    {
        double worst = dropPoints + (halfWidth95 ?? 0);
        bool holds = halfWidth95 is not null && worst < NotablePoints;
        string obtained = halfWidth95 is { } half ? $"{dropPoints:F2} ± {half:F2} points" : $"{dropPoints:F2} points from one seed";
        string residual = halfWidth95 is null
            ? "one seed shows no spread: give two or more"
            : $"the interval ends at {worst:F2} points, {(holds ? "below" : "not below")} {NotablePoints:F1}";
        return new ClaimResult(
            "accuracy-drop",
            "No notable loss of accuracy in character recognition",
            null,
            dropPoints,
            "points",
            obtained,
            null,
            configuration,
            $"a drop below {NotablePoints:F1} points is not notable; the paper's images and network are not known; passes in FP32",
            residual,
            holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }
}
