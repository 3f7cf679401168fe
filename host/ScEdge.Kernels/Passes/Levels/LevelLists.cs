using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Which numbers of a plane are positive and which are negative; those of level zero are neither.
/// </summary>
internal sealed unsafe class LevelLists
{
    private const int Lanes = 16;

    private readonly WordBuffer _positive;
    private readonly WordBuffer _negative;
    private int _positiveCount;
    private int _negativeCount;

    public LevelLists(int numbers)
    {
        _positive = new WordBuffer(numbers + Lanes);
        _negative = new WordBuffer(numbers + Lanes);
    }

    /// <summary>Indices of the positive numbers.</summary>
    public ReadOnlySpan<int> Positive => new((int*)_positive.Words, _positiveCount);

    /// <summary>Indices of the negative numbers.</summary>
    public ReadOnlySpan<int> Negative => new((int*)_negative.Words, _negativeCount);

    /// <summary>Lists the numbers of a plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(VectorTier tier, ReadOnlySpan<sbyte> signs)
    {
        int* positive = (int*)_positive.Words;
        int* negative = (int*)_negative.Words;
        fixed (sbyte* sign = signs)
        {
            int i = 0;
            for (; tier == VectorTier.Bits512 && i <= signs.Length - Lanes; i += Lanes)
            {
                Vector512<int> vector = Avx512F.ConvertToVector512Int32(Vector128.Load(sign + i));
                positive = List(Vector512.GreaterThan(vector, default), i, positive);
                negative = List(Vector512.LessThan(vector, default), i, negative);
            }

            // Without a branch: what does not belong is written over.
            for (; i < signs.Length; i++)
            {
                *positive = i;
                *negative = i;
                int isNegative = (sign[i] >> 7) & 1;
                negative += isNegative;
                positive += (sign[i] & 1) - isNegative;
            }
        }

        _positiveCount = (int)(positive - (int*)_positive.Words);
        _negativeCount = (int)(negative - (int*)_negative.Words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int* List(Vector512<int> chosen, int first, int* next)
    {
        Avx512F.Compress(Vector512<int>.Zero, chosen, Vector512<int>.Indices + Vector512.Create(first)).Store(next);
        return next + BitOperations.PopCount(chosen.ExtractMostSignificantBits());
    }
}
