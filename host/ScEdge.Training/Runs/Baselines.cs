using System;

namespace ScEdge.Training.Runs;

/// <summary>
/// What is trained beside a stochastic optimiser, to be compared with it.
/// </summary>
[Flags]
public enum Baselines
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The same network with FP32 updates.</summary>
    Fp32 = 1,

    /// <summary>The same network in fixed-point arithmetic with stochastic rounding, with registers of the same widths.</summary>
    Fixed = 2,
}
