namespace ScEdge.Playground.Streams;

/// <summary>What makes the bits of the streams that are shown.</summary>
public enum BitSource
{
    /// <summary>CBRAM cells: of each bit a cell of its own, pulsed once.</summary>
    Cells,

    /// <summary>Independent uniform numbers of 16 bits and a comparator: the source of the theory.</summary>
    Counter,

    /// <summary>Shift registers of 16 and 17 bits and a comparator.</summary>
    Lfsr,

    /// <summary>The first dimensions of Sobol's sequence and a comparator.</summary>
    Sobol,

    /// <summary>A ramp for a, its bits reversed for b.</summary>
    Ramp,

    /// <summary>Cells whose random words follow version 1 of the stream format; a and b are two lanes of the same words.</summary>
    FormatOne,
}
