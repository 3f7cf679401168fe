using System;
using System.Linq;
using System.Numerics;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>
/// Judges whether lanes of words are independent of each other: every pair of lanes, of one word or of two that belong together.
/// </summary>
/// <remarks>
/// For lanes of known probabilities p and q and n words, s = sum (x - p)(y - q) has mean 0 and variance n p (1 - p) q (1 - q), and no two
/// pairs have a correlation. No |s| may pass Bennett's bound; and the mean of s^2 / variance over the pairs, 1 in the mean, may not lie 6
/// of its standard deviations off, which finds what is wrong a little in many pairs.
/// </remarks>
/// <param name="Fault">What is wrong; null for lanes that may be independent.</param>
internal sealed record LanePairs(string? Fault)
{
    // Coincidences from which on the mean of squares is near enough to normal.
    private const double FewCoincidences = 10;

    /// <summary>Judges the lanes of one word.</summary>
    public static LanePairs Within(ReadOnlySpan<uint> words, double[] p)
    {
        ulong[][] rows = LaneMatrix.Of(words);
        return Judge(rows, rows, p, p, static (i, j) => i < j);
    }

    /// <summary>Judges every lane of one sequence against every lane of another.</summary>
    public static LanePairs Between(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, double[] p, double[] q) =>
        Judge(LaneMatrix.Of(first), LaneMatrix.Of(second), p, q, static (_, _) => true);

    /// <summary>Judges as <see cref="Between"/>, but for each lane against itself.</summary>
    public static LanePairs BetweenOthers(ReadOnlySpan<uint> first, ReadOnlySpan<uint> second, double[] p, double[] q) =>
        Judge(LaneMatrix.Of(first), LaneMatrix.Of(second), p, q, static (i, j) => i != j);

    /// <summary>Judges words against those that come <paramref name="lag"/> later.</summary>
    public static LanePairs AtLag(ReadOnlySpan<uint> words, int lag, double[] p) => Between(words[..^lag], words[lag..], p, p);

    /// <summary>Returns the same probability, in units of 2^-16, for every lane.</summary>
    public static double[] Alike(uint probability) => [.. Enumerable.Repeat(probability / 65536.0, LaneMatrix.Lanes)];

    private static LanePairs Judge(ulong[][] first, ulong[][] second, double[] p, double[] q, Func<int, int, bool> isPair)
    {
        double n = 64.0 * first[0].Length;
        double[] ones = [.. first.Select(Count)];
        double[] others = [.. second.Select(Count)];
        int[] lanes = [.. Enumerable.Range(0, LaneMatrix.Lanes)];
        (int I, int J)[] pairs = [.. from i in lanes from j in lanes where isPair(i, j) select (i, j)];
        double squares = 0;
        double spread = 0;
        bool isNormal = true;
        foreach ((int i, int j) in pairs)
        {
            double variance = n * p[i] * (1 - p[i]) * q[j] * (1 - q[j]);
            double sum = Coincidences(first[i], second[j]) - (q[j] * ones[i]) - (p[i] * others[j]) + (n * p[i] * q[j]);
            double bound = TailBound.Of(variance, Math.Max(p[i], 1 - p[i]) * Math.Max(q[j], 1 - q[j]), pairs.Length);
            if (Math.Abs(sum) > bound)
            {
                double unit = Math.Sqrt(variance);
                return new LanePairs(FormattableString.Invariant($"lanes {i} and {j}: {sum / unit:F1} standard deviations, bound {bound / unit:F1}"));
            }

            squares += sum * sum / variance;
            spread += 2 + (Kurtosis(p[i]) * Kurtosis(q[j]) / n);
            isNormal &= variance > FewCoincidences;
        }

        double excess = (squares - pairs.Length) / Math.Sqrt(spread);
        return new LanePairs(isNormal && Math.Abs(excess) > 6
            ? FormattableString.Invariant($"mean square {squares / pairs.Length:F3} over {pairs.Length} pairs, {excess:F1} standard deviations off")
            : null);
    }

    // Fourth moment over the square of the variance.
    private static double Kurtosis(double p) => (1 / (p * (1 - p))) - 3;

    private static double Count(ulong[] row) => row.Sum(static bits => (long)BitOperations.PopCount(bits));

    private static double Coincidences(ulong[] first, ulong[] second)
    {
        long count = 0;
        for (int i = 0; i < first.Length; i++)
        {
            count += BitOperations.PopCount(first[i] & second[i]);
        }

        return count;
    }
}
