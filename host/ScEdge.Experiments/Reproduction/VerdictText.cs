using ScEdge.Costing.Claims;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// Verdicts in words.
/// </summary>
public static class VerdictText
{
    /// <summary>Returns for example <c>not reproduced</c>.</summary>
    public static string Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Reproduced => "reproduced",
        ClaimVerdict.ReproducedUnderAssumption => "reproduced under the stated assumption",
        _ => "not reproduced",
    };
}
