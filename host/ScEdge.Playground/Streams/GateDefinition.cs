using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Playground.Streams;

/// <summary>What a circuit is for, and what it makes of streams that overlap in some share of the cycles.</summary>
/// <param name="Gate">The circuit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Formula">What it is meant to compute.</param>
/// <param name="Meant">That value for p and q.</param>
/// <param name="Expected">The mean of its result for p, q and the share of cycles in which both streams are one.</param>
public sealed record GateDefinition(
    Gate Gate, string Name, string Formula, Func<double, double, double> Meant, Func<double, double, double, double> Expected)
{
    /// <summary>The circuits, in the order in which they are listed.</summary>
    public static IReadOnlyList<GateDefinition> All { get; } =
    [
        new(Gate.And, "AND, product", "p q", (p, q) => p * q, (_, _, both) => both),
        new(Gate.Xnor, "XNOR, bipolar product", "(2p − 1)(2q − 1)", (p, q) => ((2 * p) - 1) * ((2 * q) - 1),
            (p, q, both) => 1 - (2 * (p + q - (2 * both)))),
        new(Gate.Mux, "multiplexer, sum", "p + q", (p, q) => p + q, (p, q, _) => p + q),
        new(Gate.Toggle, "toggle flip-flop, sum", "p + q", (p, q) => p + q, (p, q, _) => p + q),
        new(Gate.Or, "OR, saturating sum", "min(p + q, 1)", (p, q) => Math.Min(p + q, 1), (p, q, both) => p + q - both),
        new(Gate.Xor, "XOR, difference", "|p − q|", (p, q) => Math.Abs(p - q), (p, q, both) => p + q - (2 * both)),
        new(Gate.Divide, "CORDIV, quotient", "p / q", (p, q) => q == 0 ? 0 : Math.Min(p / q, 1), (_, q, both) => q == 0 ? 0 : both / q),
    ];

    /// <summary>Returns the definition of a circuit.</summary>
    public static GateDefinition Of(Gate gate) => All[IndexOf(gate)];

    /// <summary>How many times the share of ones the result is worth.</summary>
    public double Scale => Gate is Gate.Mux or Gate.Toggle or Gate.Xnor ? 2 : 1;

    /// <summary>Smallest result.</summary>
    public double Lowest => Gate == Gate.Xnor ? -1 : 0;

    /// <summary>Runs the circuit.</summary>
    public Bitstream Run(StreamTriple streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        (Bitstream a, Bitstream b) = (streams.A, streams.B);
        return Gate switch
        {
            Gate.And => AndMultiplier.Multiply(a, b),
            Gate.Xnor => XnorMultiplier.Multiply(Bipolar(a), Bipolar(b)),
            Gate.Mux => MuxAdder.Add(a, b, streams.Select),
            Gate.Toggle => ToggleFlipFlopAdder.Add(a, b, initialState: false),
            Gate.Or => OrAdder.Add(a, b),
            Gate.Xor => XorSubtractor.AbsoluteDifference(a, b),
            _ => CordivDivider.Divide(a, b, initialState: false),
        };
    }

    /// <summary>Returns the value of the first cycles of a result.</summary>
    public static double Value(Bitstream result, int cycles)
    {
        ArgumentNullException.ThrowIfNull(result);
        long numerator = StreamValue.Numerator(result.Encoding, isNegative: false, result.CountOnes(cycles), cycles);
        return StreamValue.Decode(numerator, cycles, result.ScaleExponent);
    }

    private static Bitstream Bipolar(Bitstream stream) =>
        Bitstream.FromWords(stream.Words, stream.Length, StreamEncoding.Bipolar, 0, isNegative: false);

    private static int IndexOf(Gate gate)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Gate == gate)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(gate));
    }
}
