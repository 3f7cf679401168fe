namespace ScEdge.Emulator.Line.Faults;

/// <summary>What takes bytes one by one: a filter, or the end of the line.</summary>
internal interface IByteSink
{
    void Push(byte value);
}
