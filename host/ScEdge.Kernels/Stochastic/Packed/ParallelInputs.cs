using System;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// Streams that enter a parallel counter side by side.
/// </summary>
/// <param name="streams">Streams [input][word].</param>
/// <param name="words">Words of each.</param>
/// <param name="count">Inputs.</param>
/// <param name="isNegative">Whether an input counts down; empty if none does.</param>
internal readonly unsafe ref struct ParallelInputs(uint* streams, int words, int count, ReadOnlySpan<bool> isNegative)
{
    private readonly uint* _streams = streams;
    private readonly nint _words = words;
    private readonly int _count = count;
    private readonly ReadOnlySpan<bool> _isNegative = isNegative;

    /// <summary>Counts the ones of some words of all inputs, those that count up and those that count down.</summary>
    public (long Up, long Down) Count(VectorTier tier, int start, int end)
    {
        if (_isNegative.IsEmpty && end - start == _words)
        {
            // The streams lie end to end.
            return (PackedTraversal.Count(tier, new PackedStream(_streams), checked((int)(_count * _words))), 0);
        }

        long up = 0;
        long down = 0;
        for (int input = 0; input < _count; input++)
        {
            long ones = PackedTraversal.Count(tier, new PackedStream(_streams + (input * _words) + start), end - start);
            if (CountsDown(input))
            {
                down += ones;
            }
            else
            {
                up += ones;
            }
        }

        return (up, down);
    }

    /// <summary>Returns what one cycle adds.</summary>
    /// <param name="word">Word of the cycle.</param>
    /// <param name="bit">Its bit.</param>
    public long Column(int word, int bit)
    {
        long column = 0;
        for (int input = 0; input < _count; input++)
        {
            long one = (_streams[(input * _words) + word] >> bit) & 1;
            column += CountsDown(input) ? -one : one;
        }

        return column;
    }

    private bool CountsDown(int input) => !_isNegative.IsEmpty && _isNegative[input];
}
