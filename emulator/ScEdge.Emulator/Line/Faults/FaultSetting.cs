namespace ScEdge.Emulator.Line.Faults;

/// <summary>One filter of a script.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Probability">Share of frames or bytes that meet it, 0 to 1; not used by pattern and slow.</param>
/// <param name="Amount">Length of a burst in bytes, of a stall in us, rate of a slow line in bytes per second; else 0.</param>
/// <param name="Pattern">What happens to frame i, at i modulo the length: K kept, D dropped; else empty.</param>
public sealed record FaultSetting(FaultKind Kind, double Probability, long Amount = 0, string Pattern = "");
