using System.Linq;

namespace ScEdge.Emulator.Line.Faults;

/// <summary>One filter of a script.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Probability">Share of frames or bytes that meet it, 0 to 1; not used by pattern, slow and reset.</param>
/// <param name="Amount">Length of a burst in bytes, of a stall in us, rate of a slow line in bytes per second, interval of resets in us; else 0.</param>
/// <param name="Pattern">What happens to frame i, at i modulo the length: K kept, D dropped; else empty.</param>
public sealed record FaultSetting(FaultKind Kind, double Probability, long Amount = 0, string Pattern = "")
{
    internal const long MostBytesPerSecond = 100_000_000;

    internal bool IsUsable => Kind switch
    {
        FaultKind.Pattern => Pattern.Length > 0 && Pattern.All(letter => letter is 'K' or 'D'),
        FaultKind.Slow => Amount is >= 1 and <= MostBytesPerSecond,
        FaultKind.Reset => Amount >= 1,
        FaultKind.Burst or FaultKind.Stall => Probability is >= 0 and <= 1 && Amount >= 1,
        _ => Probability is >= 0 and <= 1,
    };
}
