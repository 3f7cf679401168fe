namespace ScEdge.Cbram;

/// <summary>A confidence in words.</summary>
public static class ConfidenceText
{
    /// <summary>As tables show it: "A", "B (unverified)", "C" or "assumption".</summary>
    public static string Text(this Confidence confidence) => confidence switch
    {
        Confidence.Primary => "A",
        Confidence.Unverified => "B (unverified)",
        Confidence.Computed => "C",
        _ => "assumption",
    };
}
