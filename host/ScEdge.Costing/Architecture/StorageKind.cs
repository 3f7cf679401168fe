namespace ScEdge.Costing.Architecture;

/// <summary>Where weights and momentum live.</summary>
public enum StorageKind
{
    /// <summary>Flip-flops, clocked when written.</summary>
    Registers,

    /// <summary>Six-transistor SRAM, one 32-bit access per register read or written.</summary>
    Sram,

    /// <summary>One CBRAM cell per bit; on average half of the bits change with a write.</summary>
    Cbram,
}
