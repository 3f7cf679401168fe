namespace ScEdge.Costing.Claims;

/// <summary>"No notable loss of accuracy", as a test of equivalence.</summary>
/// <remarks>
/// Two one-sided tests (D. J. Schuirmann, J. Pharmacokinetics and Biopharmaceutics 15, 1987): stochastic and FP32 training count as equivalent
/// where the whole interval of the mean difference lies within the margin on both sides. Where it does not, a difference is shown only by an
/// interval without zero; an interval that holds zero and passes the margin, or none at all, decides nothing.
/// </remarks>
public static class AccuracyClaim
{
    /// <summary>Judges a measured drop.</summary>
    /// <param name="dropPoints">FP32 minus stochastic test accuracy, mean over the seeds; points.</param>
    /// <param name="interval95">Lower and upper end of its 95 % interval; points; null for one seed, which shows no spread.</param>
    /// <param name="marginPoints">What counts as notable, on either side; points; the abstract gives none (assumption).</param>
    /// <param name="configuration">What was trained.</param>
    public static ClaimResult Judge(double dropPoints, (double Low, double High)? interval95, double marginPoints, string configuration)
    {
        bool holds = interval95 is { } interval && interval.Low > -marginPoints && interval.High < marginPoints;
        bool differs = interval95 is { } shown && (shown.Low > 0 || shown.High < 0);
        string residual = interval95 is { } ends
            ? $"the interval of 95 %, {ends.Low:F2} to {ends.High:F2} points, lies {(holds ? "" : "not wholly ")}within ±{marginPoints:0.##} points"
            : "one seed shows no spread: give two or more";
        string obtained = interval95 is { } both
            ? $"{dropPoints:F2} ({both.Low:F2} to {both.High:F2}) points"
            : $"{dropPoints:F2} points from one seed";
        return Result(
            dropPoints, obtained, configuration, $"±{marginPoints:0.##} points are not notable", residual,
            holds ? ClaimVerdict.ReproducedUnderAssumption : differs ? ClaimVerdict.NotReproduced : ClaimVerdict.Undecided);
    }

    /// <summary>Judges trainings of which some failed to learn, so that a mean would say nothing.</summary>
    /// <param name="failures">Trainings that failed.</param>
    /// <param name="trainings">All trainings.</param>
    /// <param name="configuration">What was trained.</param>
    public static ClaimResult JudgeFailures(int failures, int trainings, string configuration) => Result(
        null, $"{failures} of {trainings} trainings failed to learn", configuration, "a training that failed to learn has lost its accuracy",
        "no mean is formed over failures", ClaimVerdict.NotReproduced);

    private static ClaimResult Result(
        double? dropPoints, string obtained, string configuration, string assumption, string residual, ClaimVerdict verdict) => new(
        "accuracy-drop", "No notable loss of accuracy in character recognition", null, dropPoints, "points", obtained, null, configuration,
        $"{assumption}; the paper's images and network are not known; passes in FP32", residual, verdict);
}
