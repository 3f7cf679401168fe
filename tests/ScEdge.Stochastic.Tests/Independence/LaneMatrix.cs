using System;

namespace ScEdge.Stochastic.Tests.Independence;

/// <summary>Words turned on their side: a row of bits for each of the 32 lanes.</summary>
internal static class LaneMatrix
{
    public const int Lanes = 32;

    /// <summary>Returns the rows of every lane, 64 words to an element; words beyond a multiple of 64 are left out.</summary>
    public static ulong[][] Of(ReadOnlySpan<uint> words)
    {
        ulong[][] rows = new ulong[Lanes][];
        for (int lane = 0; lane < Lanes; lane++)
        {
            ulong[] row = rows[lane] = new ulong[words.Length / 64];
            for (int i = 0; i < row.Length * 64; i++)
            {
                row[i >> 6] |= (ulong)((words[i] >> lane) & 1) << (i & 63);
            }
        }

        return rows;
    }
}
