using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Claims;

/// <summary>A claim of the paper beside what was obtained.</summary>
/// <param name="Id">Short name: accuracy-drop, mac-size, mac-size-array, operating-point, scalability.</param>
/// <param name="Claim">What the paper's abstract says.</param>
/// <param name="PaperValue">The claim as a number, in the unit of <paramref name="Unit"/>; null where it gives none.</param>
/// <param name="ObtainedValue">What was obtained, in the same unit; null where nothing could be.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Obtained">What was obtained, in words.</param>
/// <param name="Library">Cost library; null for a claim that is not about hardware.</param>
/// <param name="Configuration">What obtained it: one configuration, of which all figures are.</param>
/// <param name="Assumption">What the result rests on.</param>
/// <param name="Residual">How far it is from the claim, and why.</param>
/// <param name="Verdict">Verdict with every input at its nominal value.</param>
public sealed record ClaimResult(
    string Id,
    string Claim,
    double? PaperValue,
    double? ObtainedValue,
    string Unit,
    string Obtained,
    string? Library,
    string Configuration,
    string Assumption,
    string Residual,
    ClaimVerdict Verdict)
{
    /// <summary>What was obtained, over all that is uncertain; null where nothing is or nothing was obtained.</summary>
    public Span? Span { get; init; }

    /// <summary>Whether the verdict would be another one elsewhere within the span.</summary>
    public bool FlipsWithinSpan { get; init; }
}

/// <summary>Whether a published claim came out.</summary>
public enum ClaimVerdict
{
    /// <summary>It came out as published.</summary>
    Reproduced,

    /// <summary>It came out under an assumption that is stated with it.</summary>
    ReproducedUnderAssumption,

    /// <summary>It did not come out.</summary>
    NotReproduced,

    /// <summary>What was measured shows neither: more of it is needed.</summary>
    Undecided,

    /// <summary>Nothing here tests it: it is an assumption of the model.</summary>
    Untested,
}
