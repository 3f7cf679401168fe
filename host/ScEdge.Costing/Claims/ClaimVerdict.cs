namespace ScEdge.Costing.Claims;

/// <summary>Whether a published claim came out.</summary>
public enum ClaimVerdict
{
    /// <summary>It came out as published.</summary>
    Reproduced,

    /// <summary>It came out under an assumption that is stated with it.</summary>
    ReproducedUnderAssumption,

    /// <summary>It did not come out.</summary>
    NotReproduced,
}
