using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Fragments;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Sources;
using ScEdge.Stochastic.Streams;

namespace ScEdge.Samples;

/// <summary>
/// Draws the figures of hw-docs/introduction.md: what streams say after so many bits, how fast different sources get there, what correlation does,
/// and how likely a pulse switches a cell.
/// </summary>
public static class IntroductionFigures
{
    private const int Width = 16;
    private const long One = 1 << Width;
    private const int TheoryColour = 0, ResultColour = 1, ThirdColour = 2;

    /// <summary>Returns the drawings (SVG).</summary>
    public static IReadOnlyList<FigureFile> Draw() =>
    [
        .. from figure in new[] { Estimate(), Errors(), Correlation(), Switching() }
           from file in FigureFile.In(figure.ToMarkup())
           where file.Name.EndsWith(".svg", StringComparison.Ordinal)
           select file,
    ];

    /// <summary>Writes them into a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static void Write(string folder)
    {
        foreach (FigureFile file in Draw())
        {
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        }
    }

    private static LineFigure Estimate()
    {
        const int Length = 4096;
        Bitstream product = AndMultiplier.Multiply(Random(One / 2, 0, Length), Random(One / 2, 1, Length));
        int[] cycles = [.. Enumerable.Range(0, 121).Select(static step => (int)Math.Round(Math.Pow(2, step / 10.0))).Distinct()];
        (double X, double Y)[] Edge(double sign) =>
            [.. cycles.Select(n => ((double)n, Math.Clamp(0.25 + (sign * 2 * Math.Sqrt(0.25 * 0.75 / n)), 0, 1)))];
        return new LineFigure(
            "introduction-estimate", "0.5 times 0.5 by an AND gate",
            "The share of ones of the product after its first bits, with the band in which 95 % of such shares lie.")
        {
            X = new FigureAxis("bits", 1, Length, IsLogarithmic: true),
            Y = new FigureAxis("share of ones so far", 0, 1),
            Lines =
            [
                new FigureLine("0.25 ± 2 standard deviations", TheoryColour, []) { Lower = Edge(-1), Upper = Edge(1) },
                new FigureLine("one pair of streams", ResultColour, [.. cycles.Select(n => ((double)n, (double)product.CountOnes(n) / n))])
                {
                    IsStrong = true,
                },
            ],
        };
    }

    private static LineFigure Errors()
    {
        int[] lengths = [.. Enumerable.Range(3, 10).Select(static power => 1 << power)];
        FigureLine Line(string name, int colour, Func<int, (INumberSource A, INumberSource B)> sources) => new(
            name, colour, [.. lengths.Select(length => ((double)length, RootMeanSquareError(length, sources)))]);
        double variance = Pairs().Average(static pair => pair.P * pair.Q * (1 - (pair.P * pair.Q)));
        return new LineFigure(
            "introduction-errors", "Error of a product against the length of its streams",
            "The root mean square error of 100 products, against the number of bits, for three sources of random numbers and in theory.")
        {
            X = new FigureAxis("bits", lengths[0], lengths[^1], IsLogarithmic: true),
            Y = new FigureAxis("root mean square error", 1e-4, 0.2, IsLogarithmic: true),
            Lines =
            [
                new FigureLine("independent bits, theory", TheoryColour, [.. lengths.Select(n => ((double)n, Math.Sqrt(variance / n)))])
                {
                    IsDashed = true,
                },
                Line("independent numbers", TheoryColour, static pair => (Numbers(2 * pair), Numbers((2 * pair) + 1))),
                Line("shift registers", ThirdColour, static pair =>
                    (new LfsrSource(Width, 1 + (uint)(577 * pair)), new LfsrSource(Width + 1, 1 + (uint)(1153 * pair)))),
                Line("Sobol's sequences", ResultColour, static _ => (new SobolSource(1, Width), new SobolSource(2, Width))) with { IsStrong = true },
            ],
        };
    }

    private static LineFigure Correlation()
    {
        const int Length = 4096;
        Bitstream a = Random(One / 2, 0, Length);
        Bitstream other = Random(One / 2, 1, Length);
        double[] shares = [.. Enumerable.Range(0, 17).Select(static step => step / 16.0)];

        // A multiplexer takes the bit of a, where it may, and of a stream of its own elsewhere.
        double Product(double share) => AndMultiplier.Multiply(a, MuxAdder.Interpolate(other, a, Random((long)(share * One), 2, Length))).Value;
        return new LineFigure(
            "introduction-correlation", "0.5 times 0.5, of streams that have bits in common",
            "The share of ones behind an AND gate against the share of bits that its two streams have in common, beside theory.")
        {
            X = new FigureAxis("share of bits in common", 0, 1),
            Y = new FigureAxis("share of ones behind the gate", 0.2, 0.5),
            Lines =
            [
                new FigureLine("(1 + share) / 4", TheoryColour, [(0, 0.25), (1, 0.5)]) { IsDashed = true },
                new FigureLine("4,096 bits", ResultColour, [.. shares.Select(share => (share, Product(share)))]) { IsStrong = true },
            ],
        };
    }

    private static LineFigure Switching()
    {
        const int Pulses = 400;
        SwitchingLaw cell = new(tau0Seconds: 2.85e5, v0Volts: 0.156);
        double[] volts = [.. Enumerable.Range(0, 31).Select(static step => 3.6 + (step / 30.0))];
        CounterSource words = Numbers(7);
        double Share(double voltage) => Enumerable.Range(0, Pulses).Count(_ => words.Next() < cell.Probability(voltage, 1e-6) * One) / (double)Pulses;
        return new LineFigure(
            "introduction-switching", "How likely a pulse of 1 us switches a cell",
            "The probability that a cell switches in a pulse against the pulse's voltage, and the share of 400 pulses that did.")
        {
            X = new FigureAxis("voltage of the pulse, V", 3.6, 4.6),
            Y = new FigureAxis("probability of a one", 0, 1),
            Lines =
            [
                new FigureLine("1 - exp(-t / tau), tau = tau0 exp(-V / V0)", TheoryColour, [.. volts.Select(v => (v, cell.Probability(v, 1e-6)))])
                {
                    IsDashed = true,
                },
                new FigureLine("400 pulses each", ResultColour, [.. volts.Select(v => (v, Share(v)))]) { IsStrong = true },
            ],
        };
    }

    private static double RootMeanSquareError(int length, Func<int, (INumberSource A, INumberSource B)> sources) => Math.Sqrt(
        Pairs().Select((pair, index) =>
        {
            (INumberSource a, INumberSource b) = sources(index);
            double product = AndMultiplier.Multiply(Stream(a, (long)(pair.P * One), length), Stream(b, (long)(pair.Q * One), length)).Value;
            return Math.Pow(product - (pair.P * pair.Q), 2);
        }).Average());

    private static IEnumerable<(double P, double Q)> Pairs() =>
        from p in Enumerable.Range(0, 10) from q in Enumerable.Range(0, 10) select (((2 * p) + 1) / 20.0, ((2 * q) + 1) / 20.0);

    private static Bitstream Random(long numerator, int stream, int length) => Stream(Numbers(stream), numerator, length);

    private static Bitstream Stream(INumberSource source, long numerator, int length) =>
        new StochasticNumberGenerator(source, Width).GenerateUnipolar(numerator, length);

    private static CounterSource Numbers(int stream) => new(seed: 1, stream: (uint)stream, step: 0, width: Width);
}
