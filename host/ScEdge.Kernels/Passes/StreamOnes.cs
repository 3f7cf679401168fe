using System;
using System.Numerics;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The ones of streams.
/// </summary>
public static class StreamOnes
{
    /// <summary>Counts the ones of every stream.</summary>
    /// <param name="words">Words of the streams, number by number, the tail of the last of each zero.</param>
    /// <param name="wordsPerNumber">W, the words of a stream.</param>
    /// <param name="ones">Receives the ones of each.</param>
    public static void Count(ReadOnlySpan<uint> words, int wordsPerNumber, Span<int> ones)
    {
        for (int i = 0; i < ones.Length; i++)
        {
            int sum = 0;
            foreach (uint word in words.Slice(i * wordsPerNumber, wordsPerNumber))
            {
                sum += BitOperations.PopCount(word);
            }

            ones[i] = sum;
        }
    }
}
