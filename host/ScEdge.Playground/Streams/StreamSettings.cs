using System;
using ScEdge.Cbram;

namespace ScEdge.Playground.Streams;

/// <summary>Two streams and the circuit that they meet in: everything that determines what is shown, to the last bit.</summary>
public sealed record StreamSettings
{
    /// <summary>Shortest stream; bits.</summary>
    public const int ShortestLength = 8;

    /// <summary>Longest stream; bits.</summary>
    public const int LongestLength = 65536;

    /// <summary>Probability of one; units of 2^-16.</summary>
    public const int One = 65536;

    /// <summary>Probability of a one in a; units of 2^-16, 0 to 65536.</summary>
    public int P { get; init; } = One / 2;

    /// <summary>Probability of a one in b; likewise.</summary>
    public int Q { get; init; } = One / 4;

    /// <summary>What makes the bits.</summary>
    public BitSource Source { get; init; }

    /// <summary>Name of the device whose cells make them.</summary>
    public string Preset { get; init; } = "ideal";

    /// <summary>Effects of the cells that are on.</summary>
    public Nonidealities Effects { get; init; } = Nonidealities.None;

    /// <summary>Wanted stochastic cross correlation of a and b; -1 to 1.</summary>
    public double Correlation { get; init; }

    /// <summary>Bits of a stream; a power of two.</summary>
    public int Length { get; init; } = 256;

    /// <summary>The circuit.</summary>
    public Gate Gate { get; init; }

    /// <summary>Seed of every random number.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Probability of a one in b as the source makes it: that of a where both are lanes of the same words.</summary>
    public int EffectiveQ => Source == BitSource.FormatOne ? P : Q;

    /// <summary>Returns these settings with numbers within their ranges.</summary>
    public StreamSettings Clamped() => this with
    {
        P = Math.Clamp(P, 0, One),
        Q = Math.Clamp(Q, 0, One),
        Correlation = double.IsNaN(Correlation) ? 0 : Math.Clamp(Correlation, -1, 1),
        Length = 1 << System.Numerics.BitOperations.Log2((uint)Math.Clamp(Length, ShortestLength, LongestLength)),
    };
}
