using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Which numbers of a plane are positive and which are negative; those of level zero are neither.
/// </summary>
internal sealed unsafe class LevelLists
{
    private readonly WordBuffer _positive;
    private readonly WordBuffer _negative;
    private int _positiveCount;
    private int _negativeCount;

    public LevelLists(int numbers)
    {
        _positive = new WordBuffer(numbers);
        _negative = new WordBuffer(numbers);
    }

    /// <summary>Indices of the positive numbers.</summary>
    public ReadOnlySpan<int> Positive => new((int*)_positive.Words, _positiveCount);

    /// <summary>Indices of the negative numbers.</summary>
    public ReadOnlySpan<int> Negative => new((int*)_negative.Words, _negativeCount);

    /// <summary>Lists the numbers of a plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<sbyte> signs)
    {
        uint* positive = _positive.Words;
        uint* negative = _negative.Words;
        fixed (sbyte* sign = signs)
        {
            int i = 0;
            for (; i <= signs.Length - Vector256<sbyte>.Count; i += Vector256<sbyte>.Count)
            {
                Vector256<sbyte> vector = Vector256.Load(sign + i);
                positive = List(Vector256.GreaterThan(vector, default).ExtractMostSignificantBits(), i, positive);
                negative = List(vector.ExtractMostSignificantBits(), i, negative);
            }

            for (; i < signs.Length; i++)
            {
                positive = List(sign[i] > 0 ? 1u : 0, i, positive);
                negative = List(sign[i] < 0 ? 1u : 0, i, negative);
            }
        }

        _positiveCount = (int)(positive - _positive.Words);
        _negativeCount = (int)(negative - _negative.Words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint* List(uint bits, int first, uint* next)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            *next++ = (uint)(first + BitOperations.TrailingZeroCount(bits));
        }

        return next;
    }
}
