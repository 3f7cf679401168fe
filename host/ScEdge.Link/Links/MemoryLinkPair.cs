using System;

namespace ScEdge.Link.Links;

/// <summary>A line within the program: what is written to one end is read from the other.</summary>
public sealed class MemoryLinkPair
{
    /// <summary>Creates the line.</summary>
    /// <param name="capacityBytes">Bytes that each direction holds before it accepts no more, at least 1.</param>
    public MemoryLinkPair(int capacityBytes = 65536)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacityBytes, 1);
        ByteChannel toFirst = new(capacityBytes);
        ByteChannel toSecond = new(capacityBytes);
        First = new MemoryLink(toFirst, toSecond);
        Second = new MemoryLink(toSecond, toFirst);
    }

    /// <summary>Gets one end; disposing of it loses the line for the other.</summary>
    public IPortLink First { get; }

    /// <summary>Gets the other end.</summary>
    public IPortLink Second { get; }
}
