namespace ScEdge.Cbram;

/// <summary>How far a figure of a preset can be trusted.</summary>
public enum Confidence
{
    /// <summary>"A": read in a primary source or in its published data.</summary>
    Primary,

    /// <summary>"B": a well-known value of the literature that has not been checked against its source; unverified.</summary>
    Unverified,

    /// <summary>"C": computed or fitted from other data, named in the source.</summary>
    Computed,

    /// <summary>"assumption": a choice of this project or of the user; no source gives it for this device.</summary>
    Assumption,
}
