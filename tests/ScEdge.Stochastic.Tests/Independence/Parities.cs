using System;
using System.Numerics;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>
/// Judges fair bits by exclusive ors: of two lanes, against those of other words; of three lanes.
/// </summary>
/// <remarks>The exclusive or of independent fair bits is one, and those at a distance of each other are independent: sums of n signs.</remarks>
internal static class Parities
{
    private static readonly int[] Lags = [1, 2, 3, 16, 64, 256, 1024];

    /// <summary>Returns what is wrong; null for lanes that may be independent.</summary>
    public static string? Fault(ReadOnlySpan<uint> words)
    {
        ulong[][] rows = LaneMatrix.Of(words);
        return OfTwo(rows) ?? OfThree(rows);
    }

    private static string? OfTwo(ulong[][] rows)
    {
        double bound = TailBound.OfSigns(LaneMatrix.Lanes * (LaneMatrix.Lanes - 1) / 2 * Lags.Length);
        ulong[] parity = new ulong[rows[0].Length];
        for (int i = 0; i < LaneMatrix.Lanes; i++)
        {
            for (int j = i + 1; j < LaneMatrix.Lanes; j++)
            {
                for (int k = 0; k < parity.Length; k++)
                {
                    parity[k] = rows[i][k] ^ rows[j][k];
                }

                foreach (int lag in Lags)
                {
                    double deviations = Autocorrelation(parity, lag);
                    if (Math.Abs(deviations) > bound)
                    {
                        return FormattableString.Invariant($"lanes {i} ^ {j} at lag {lag}: {deviations:F1} standard deviations, bound {bound:F1}");
                    }
                }
            }
        }

        return null;
    }

    private static double Autocorrelation(ulong[] parity, int lag)
    {
        int elements = lag >> 6;
        int shift = lag & 63;
        int count = parity.Length - elements - 1;
        long unequal = 0;
        for (int k = 0; k < count; k++)
        {
            // Shifts by 64 are shifts by 0 in C#.
            ulong later = (parity[k + elements] >> shift) | (shift == 0 ? 0 : parity[k + elements + 1] << (64 - shift));
            unequal += BitOperations.PopCount(parity[k] ^ later);
        }

        return Deviations(unequal, 64.0 * count);
    }

    private static string? OfThree(ulong[][] rows)
    {
        double bound = TailBound.OfSigns(LaneMatrix.Lanes * (LaneMatrix.Lanes - 1) * (LaneMatrix.Lanes - 2) / 6);
        for (int i = 0; i < LaneMatrix.Lanes; i++)
        {
            for (int j = i + 1; j < LaneMatrix.Lanes; j++)
            {
                for (int k = j + 1; k < LaneMatrix.Lanes; k++)
                {
                    long ones = 0;
                    for (int at = 0; at < rows[i].Length; at++)
                    {
                        ones += BitOperations.PopCount(rows[i][at] ^ rows[j][at] ^ rows[k][at]);
                    }

                    double deviations = Deviations(ones, 64.0 * rows[i].Length);
                    if (Math.Abs(deviations) > bound)
                    {
                        return FormattableString.Invariant($"lanes {i} ^ {j} ^ {k}: {deviations:F1} standard deviations, bound {bound:F1}");
                    }
                }
            }
        }

        return null;
    }

    private static double Deviations(long ones, double n) => ((2 * ones) - n) / Math.Sqrt(n);
}
