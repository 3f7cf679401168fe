using System;
using System.Globalization;
using System.Numerics;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// What some bytes of an entropy source look like; a look, not a test of randomness.
/// </summary>
/// <param name="bytes">The bytes, at least one.</param>
/// <param name="source">Index of the source.</param>
/// <param name="quality">What the board declares of it.</param>
/// <param name="claim">Min-entropy per bit that the board claims.</param>
internal sealed class EntropySummary(byte[] bytes, int source, string quality, double claim)
{
    private int Bits => 8 * bytes.Length;

    /// <summary>Ones minus half of the bits, in standard deviations of fair independent bits.</summary>
    private double Deviations => (Ones() - (Bits / 2.0)) / (Math.Sqrt(Bits) / 2);

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Source = source,
        Quality = quality,
        MinEntropyPerBit = claim,
        Bytes = bytes.Length,
        ShareOfOnes = (double)Ones() / Bits,
        DeviationsOfOnes = Deviations,
        LongestRun = LongestRun(),
    };

    /// <summary>Writes a sentence or two.</summary>
    public void Write(IAnsiConsole console)
    {
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture, $"[bold]source {source}[/]: {quality}, {claim:F3} bits of min-entropy claimed per bit");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{bytes.Length:N0} bytes: {100.0 * Ones() / Bits:F2} % ones ({Deviations:+0.0;-0.0} standard deviations), "
            + $"longest run {LongestRun()} bits"));
    }

    private int Ones()
    {
        int ones = 0;
        foreach (byte value in bytes)
        {
            ones += BitOperations.PopCount(value);
        }

        return ones;
    }

    private int LongestRun()
    {
        int longest = 0;
        int run = 0;
        int last = -1;
        for (int i = 0; i < Bits; i++)
        {
            int bit = (bytes[i >> 3] >> (i & 7)) & 1;
            run = bit == last ? run + 1 : 1;
            last = bit;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
