namespace ScEdge.Silicon.Timing;

/// <summary>What static timing assumes of the world around a circuit.</summary>
public sealed record TimingSettings
{
    /// <summary>Gets the transition time of the clock and of signals from outside; ns; 0 is a step.</summary>
    public double InputTransitionNanoseconds { get; init; }

    /// <summary>Gets the capacitance of the wire to every pin; fF.</summary>
    public double WireFemtofarads { get; init; }
}
