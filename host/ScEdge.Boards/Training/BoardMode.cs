namespace ScEdge.Boards.Training;

/// <summary>
/// Where the registers of a training on boards are kept.
/// </summary>
public enum BoardMode
{
    /// <summary>On the board, if they fit into its memory; else on the host.</summary>
    Auto,

    /// <summary>On the board.</summary>
    Resident,

    /// <summary>On the host, which streams them through the board.</summary>
    Tiled,
}
