namespace ScEdge.Entropy.Tests.FrontEnd;

/// <summary>How a simulated cell is, or is connected.</summary>
public enum CellCondition
{
    Sound,
    StuckSet,
    StuckReset,
    Disconnected,
    Reversed,
}
