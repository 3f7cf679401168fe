namespace ScEdge.Silicon.Liberty;

/// <summary>How an output, or a constraint on an input, depends on another pin in time.</summary>
/// <param name="RelatedPin">The pin from which the arc starts.</param>
/// <param name="Sense">Which change of it makes which change of the output.</param>
/// <param name="Kind">What the arc is.</param>
/// <param name="Rise">Delay to a rising output, or the setup time of a rising input; ns; null where there is none.</param>
/// <param name="Fall">Delay to a falling output, or the setup time of a falling input; ns.</param>
/// <param name="RiseTransition">Transition time of the rising output; ns.</param>
/// <param name="FallTransition">Transition time of the falling output; ns.</param>
public sealed record TimingArc(
    string RelatedPin,
    TimingSense Sense,
    TimingKind Kind,
    LookupTable? Rise,
    LookupTable? Fall,
    LookupTable? RiseTransition,
    LookupTable? FallTransition);

/// <summary>Whether an output follows an input or opposes it.</summary>
public enum TimingSense
{
    /// <summary>Either, depending on the other inputs.</summary>
    NonUnate,

    /// <summary>It rises when the input rises.</summary>
    PositiveUnate,

    /// <summary>It falls when the input rises.</summary>
    NegativeUnate,
}

/// <summary>What a timing arc describes.</summary>
public enum TimingKind
{
    /// <summary>An output behind an input.</summary>
    Combinational,

    /// <summary>An output behind an edge of the clock.</summary>
    ClockToOutput,

    /// <summary>How long before the clock an input must hold still.</summary>
    Setup,

    /// <summary>Something that a longest path does not need: hold, recovery, pulse width.</summary>
    Other,
}
