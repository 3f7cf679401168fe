namespace ScEdge.FrontEnd;

/// <summary>
/// How a simulated cell is, or is connected.
/// </summary>
public enum CellCondition
{
    /// <summary>As it should be.</summary>
    Sound,

    /// <summary>It conducts whatever is done.</summary>
    StuckSet,

    /// <summary>It does not conduct whatever is done.</summary>
    StuckReset,

    /// <summary>Nothing is connected.</summary>
    Disconnected,

    /// <summary>Its terminals are exchanged.</summary>
    Reversed,
}
