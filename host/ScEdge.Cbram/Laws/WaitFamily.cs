namespace ScEdge.Cbram.Laws;

/// <summary>How the waits of a cell at a constant voltage are distributed.</summary>
public enum WaitFamily
{
    /// <summary>P(t) = 1 - exp(-t / tau); "exponential" in preset files. It has no shape.</summary>
    Exponential,

    /// <summary>P(t) = 1 - exp(-(t / tau)^k), shape k; "weibull". Below 1 early switching is likelier, above 1 a wait is surer.</summary>
    Weibull,

    /// <summary>ln t normal with standard deviation s, shape s; "lognormal".</summary>
    Lognormal,

    /// <summary>A sum of k exponential waits, k any positive number, shape k; "gamma".</summary>
    Gamma,
}
