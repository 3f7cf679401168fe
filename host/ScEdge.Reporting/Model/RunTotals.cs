namespace ScEdge.Reporting.Model;

/// <summary>Counts of everything that the stochastic runs did, all seeds together. A null count prints nothing.</summary>
public sealed record RunTotals
{
    /// <summary>SET pulses applied to cells.</summary>
    public long? SetPulses { get; init; }

    /// <summary>SET pulses that switched their cell; each is a 1 in a stream.</summary>
    public long? SetEvents { get; init; }

    /// <summary>RESET pulses applied to cells.</summary>
    public long? ResetPulses { get; init; }

    /// <summary>Reads of cells.</summary>
    public long? Reads { get; init; }

    /// <summary>Stream bits generated.</summary>
    public long? BitsGenerated { get; init; }

    /// <summary>32-bit random words drawn to simulate the cells.</summary>
    public long? RandomWords { get; init; }

    /// <summary>Register updates that met the end of the register's range.</summary>
    public long? Saturations { get; init; }
}
