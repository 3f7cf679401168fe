using System.Collections.Generic;
using ScEdge.Cbram;

namespace ScEdge.Playground.Streams;

/// <summary>Settings that show one thing, some by breaking it on purpose.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Text">What to look at, and why it is so.</param>
/// <param name="Settings">The settings.</param>
public sealed record Lesson(string Title, string Text, StreamSettings Settings)
{
    private const int Half = StreamSettings.One / 2;
    private const int Quarter = StreamSettings.One / 4;

    /// <summary>The lessons, in the order in which they are best read.</summary>
    public static IReadOnlyList<Lesson> All { get; } =
    [
        new(
            "An AND gate multiplies",
            "Where a and b are one by chance alone, both are one in a share p q of the cycles. The error of the estimate shrinks with the square "
            + "root of the length: four times the bits for one more binary digit.",
            new StreamSettings { P = 3 * Quarter, Q = Half, Length = 1024 }),
        new(
            "One source for both",
            "Both streams are compared with the same random numbers, so their ones fall together: SCC is 1, and the gate gives the smaller of p "
            + "and q instead of the product. Nothing in the bits of either stream tells.",
            new StreamSettings { P = Half, Q = Half, Length = 1024, Source = BitSource.Counter, Correlation = 1 }),
        new(
            "The sum that costs a digit",
            "A multiplexer passes a or b at random, which is half of the sum. Read as the sum, its noise counts twice: look at the band. "
            + "The toggle flip-flop takes turns where the inputs differ, and its sum is off by half a one at most.",
            new StreamSettings { P = 3 * Quarter, Q = Half, Length = 256, Gate = Gate.Mux }),
        new(
            "Cells that no longer switch",
            "One cell in ten always reads one. A longer stream does not help: the estimate settles, but at the wrong value. That is bias, "
            + "and small numbers suffer most.",
            new StreamSettings
            {
                P = Half, Q = 3277, Length = 4096, Preset = "jo2009", Effects = Nonidealities.None with { StuckSet = 0.1 },
            }),
        new(
            "Lanes that knew each other",
            "Version 1 of the stream format made its random words with two multiplications. Each bit is fair by itself, but a and b, lanes 1 and 17 "
            + "of the same words, are not independent: the product settles beside p q, and not by chance. Version 2 has three multiplications.",
            new StreamSettings { P = Quarter, Length = 4096, Source = BitSource.FormatOne }),
        new(
            "Numbers that avoid each other",
            "Sobol's sequence spreads its numbers evenly, so the error falls almost with the length itself and not with its square root. "
            + "The price: neighbouring bits are anything but random, and two streams must take different dimensions.",
            new StreamSettings { P = 3 * Quarter, Q = Half, Length = 1024, Source = BitSource.Sobol }),
        new(
            "Zero is the noisiest number",
            "In bipolar coding zero is a fair coin, so a product with zero has the largest error there is. With a sign beside the stream "
            + "zero would be a stream without ones, and exact.",
            new StreamSettings { P = Half, Q = 3 * Quarter, Length = 256, Gate = Gate.Xnor }),
        new(
            "Division wants what multiplication fears",
            "The divider takes the bit of a wherever b is one and repeats its last output elsewhere. It needs streams that overlap as much as they "
            + "can: one pulse of a cell, read twice.",
            new StreamSettings { P = Quarter, Q = Half, Length = 1024, Gate = Gate.Divide, Correlation = 1 }),
    ];
}
