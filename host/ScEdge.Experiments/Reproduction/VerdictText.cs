using System;
using ScEdge.Costing.Claims;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// Verdicts in words.
/// </summary>
public static class VerdictText
{
    /// <summary>Returns for example <c>not reproduced; flips within the span</c>.</summary>
    public static string Of(ClaimResult claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.FlipsWithinSpan ? $"{Of(claim.Verdict)}; flips within the span" : Of(claim.Verdict);
    }

    private static string Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Reproduced => "reproduced",
        ClaimVerdict.ReproducedUnderAssumption => "reproduced under the stated assumption",
        ClaimVerdict.Undecided => "undecided: too few trainings",
        ClaimVerdict.Untested => "not tested: an assumption of the model",
        _ => "not reproduced",
    };
}
