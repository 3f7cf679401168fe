namespace ScEdge.Emulator.Line.Faults;

/// <summary>Which way bytes go, seen from the one who holds the link.</summary>
internal enum LineDirection
{
    Inbound,
    Outbound,
}
