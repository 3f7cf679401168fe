using System;

namespace ScEdge.Costing.Architecture;

/// <summary>Gates that streams pass on their way to a counter.</summary>
[Flags]
public enum StreamGates
{
    /// <summary>None: the cells feed the counters.</summary>
    None = 0,

    /// <summary>AND, the multiplier of magnitudes.</summary>
    And = 1,

    /// <summary>XNOR, the multiplier of bipolar streams.</summary>
    Xnor = 2,

    /// <summary>Multiplexer, the choice of the divider.</summary>
    Multiplexer = 4,
}
