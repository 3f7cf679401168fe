namespace ScEdge.Emulator.Line.Faults;

/// <summary>What a faulty line does to bytes or frames, in the order in which a byte meets the filters.</summary>
/// <remarks>A frame is what stands between two 0x00 bytes, console text before it included; empty ones do not count.</remarks>
public enum FaultKind
{
    /// <summary>Frames are kept and lost in a fixed pattern.</summary>
    Pattern,

    /// <summary>A frame is lost.</summary>
    Drop,

    /// <summary>A frame arrives twice.</summary>
    Duplicate,

    /// <summary>A frame is overtaken by the next one.</summary>
    Reorder,

    /// <summary>A frame loses its end, but not the 0x00 after it.</summary>
    Truncate,

    /// <summary>One bit of a frame is inverted.</summary>
    Corrupt,

    /// <summary>A byte is lost.</summary>
    Lose,

    /// <summary>One bit of a byte is inverted.</summary>
    Flip,

    /// <summary>Noise in place of this byte and some that follow.</summary>
    Burst,

    /// <summary>The line stands still for a time before a frame.</summary>
    Stall,

    /// <summary>The far end takes so many bytes per second.</summary>
    Slow,

    /// <summary>The board loses power and starts again, once in every interval; the line itself does nothing.</summary>
    Reset,
}
