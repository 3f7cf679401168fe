namespace ScEdge.Costing.Architecture;

/// <summary>What energy is spent on; the categories add up to the total.</summary>
public enum CostCategory
{
    /// <summary>SET pulses in the cells.</summary>
    Set,

    /// <summary>RESET pulses in the cells.</summary>
    Reset,

    /// <summary>Drivers, charge pump, DACs and decoders.</summary>
    Driver,

    /// <summary>Reads of cells and their sense amplifiers.</summary>
    Read,

    /// <summary>Gates, counters, adders and the controller.</summary>
    Logic,

    /// <summary>Registers of weights and momentum.</summary>
    Storage,

    /// <summary>Transport between lanes and registers.</summary>
    Wire,

    /// <summary>Leakage of all components over the time taken.</summary>
    Leakage,
}
