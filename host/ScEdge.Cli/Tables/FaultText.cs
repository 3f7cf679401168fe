using ScEdge.Entropy.Cells;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The words for what is wrong with a cell.
/// </summary>
internal static class FaultText
{
    /// <summary>Returns the name of a fault.</summary>
    public static string Name(CellFault fault) => fault switch
    {
        CellFault.None => "none",
        CellFault.Disconnected => "disconnected",
        CellFault.StuckSet => "stuck set",
        CellFault.StuckReset => "stuck reset",
        CellFault.Reversed => "reversed",
        CellFault.OutOfRange => "out of range",
        CellFault.DriveTooCoarse => "drive too coarse",
        _ => $"fault {(int)fault}",
    };

    /// <summary>Returns what it means and what to do.</summary>
    public static string Explanation(CellFault fault) => fault switch
    {
        CellFault.Disconnected => "It carries no current in either state: look at its wiring.",
        CellFault.StuckSet => "RESET does not open it: replace it.",
        CellFault.StuckReset => "The strongest SET allowed does not close it: replace it.",
        CellFault.Reversed => "It closes on RESET and opens on SET: exchange its terminals.",
        CellFault.OutOfRange => "The wanted probabilities need another voltage than the limits allow: other pulses.",
        CellFault.DriveTooCoarse => "One step of the drive moves p by more than the tolerance: a smaller range of the drive, or a wider tolerance.",
        _ => "This program does not know the fault: it is older than the board's firmware.",
    };
}
