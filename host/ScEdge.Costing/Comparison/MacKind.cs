namespace ScEdge.Costing.Comparison;

/// <summary>How much of a multiply-accumulate unit a row contains.</summary>
public enum MacKind
{
    /// <summary>Binary multiplier and adder.</summary>
    Binary,

    /// <summary>Stochastic, with CMOS generators for both operands and its share of a counter.</summary>
    CmosGenerators,

    /// <summary>Stochastic, with CBRAM cells and all periphery that the library has figures for.</summary>
    CbramWithPeriphery,

    /// <summary>The CBRAM cells alone: no driver, sense amplifier, gate or counter.</summary>
    CellLevelOnly,
}
