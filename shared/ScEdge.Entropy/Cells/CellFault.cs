namespace ScEdge.Entropy.Cells
{
    /// <summary>
    /// What is wrong with a cell.
    /// </summary>
    public enum CellFault
    {
        /// <summary>Nothing was found.</summary>
        None = 0,

        /// <summary>The line carries no current in either state: no cell, or a broken connection.</summary>
        Disconnected = 1,

        /// <summary>The cell conducts whatever is done: RESET does not open it.</summary>
        StuckSet = 2,

        /// <summary>The cell does not conduct whatever is done: the strongest SET allowed does not close it.</summary>
        StuckReset = 3,

        /// <summary>The cell closes on RESET and opens on SET: its terminals are exchanged.</summary>
        Reversed = 4,

        /// <summary>The wanted probabilities cannot be reached within the allowed voltages.</summary>
        OutOfRange = 5,

        /// <summary>One step of the drive voltage moves the probability by more than the tolerance.</summary>
        DriveTooCoarse = 6,
    }
}
