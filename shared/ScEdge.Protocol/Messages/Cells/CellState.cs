namespace ScEdge.Protocol.Messages.Cells
{
    /// <summary>
    /// What a cell of the front end does.
    /// </summary>
    public enum CellState
    {
        /// <summary>It waits to be calibrated, and serves until then if it has a table.</summary>
        Due = 0,

        /// <summary>It is being calibrated.</summary>
        Calibrating = 1,

        /// <summary>It serves with its table.</summary>
        Serving = 2,

        /// <summary>It cannot serve.</summary>
        Faulty = 3,
    }
}
