namespace ScEdge.Training.Runs;

/// <summary>
/// Which cells make the bits of which parameter.
/// </summary>
public enum CellAllocation
{
    /// <summary>
    /// A limited number of lanes serves all parameters of a tensor in turn and moves on by one lane with every step; a bad
    /// cell then touches every parameter a little instead of a few parameters always.
    /// </summary>
    Rotating,

    /// <summary>Every parameter has a lane of cells to itself.</summary>
    Own,
}
