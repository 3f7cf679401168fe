using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// One stochastic path at work on blocks of 16 parameters: the vector twin of <see cref="UpdatePath.Change"/>.
/// </summary>
internal unsafe ref struct UpdateStream
{
    private readonly StreamScale _scale;
    private readonly int _length;
    private readonly bool _bipolar;
    private BlockGenerator _generator;
    private long _numbers;

    /// <summary>Prepares a range.</summary>
    /// <param name="path">Path, with the scale of the step.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="multiplier">Its multiplier, pinned, or null.</param>
    public UpdateStream(UpdatePath path, CellPointers cells, uint* multiplier)
    {
        _scale = path.Scale;
        _length = path.Length;
        _bipolar = path.IsBipolar;
        _generator = new BlockGenerator(cells, path.Length, path.Key, path.CounterStride, multiplier, path.IsBipolar);
    }

    /// <summary>Draws the changes of a block.</summary>
    /// <param name="quantity">Signed quantity of each parameter.</param>
    /// <param name="count">Parameters in use.</param>
    /// <param name="index">First parameter.</param>
    /// <param name="lane">Its lane of cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Change<TTier>(Vector512<int> quantity, int count, int index, int lane)
        where TTier : struct, IWordTier
    {
        _numbers += count;
        Vector512<int> sign = Vector512.ShiftRightArithmetic(quantity, 31);
        Vector512<uint> magnitude = ((quantity ^ sign) - sign).AsUInt32();
        if (_bipolar)
        {
            Vector512<int> swing = (HalfProbability(magnitude).AsInt32() ^ sign) - sign;
            Vector512<uint> middled = (Vector512.Create((int)BernoulliWord.One / 2) + swing).AsUInt32();
            Vector512<int> up = _generator.Count<TTier>(middled, count, index, lane).AsInt32();
            return Vector512.ShiftLeft(up + up - Vector512.Create(_length), _scale.QuantumShift & 31);
        }

        Vector512<int> ones = _generator.Count<TTier>(Probability(magnitude), count, index, lane).AsInt32();
        ones = Vector512.ShiftLeft(ones, _scale.QuantumShift & 31);
        return (ones ^ sign) - sign;
    }

    /// <summary>Adds what the circuit did.</summary>
    public readonly void AddTo(OperationCounts counts)
    {
        long ones = _generator.Counted;
        counts.CounterIncrements += ones;
        counts.CounterDecrements += _bipolar ? (_numbers * _length) - ones : 0;
        _generator.AddTo(counts);
    }

    /// <summary>As <see cref="StreamScale.Probability"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<uint> Probability(Vector512<uint> magnitude)
    {
        Vector512<uint> product = magnitude * Vector512.Create(_scale.Mantissa);
        int shift = _scale.Shift;
        if (shift <= 0)
        {
            return Vector512.ShiftLeft(product, -shift & 31);
        }

        return shift > 32
            ? Vector512<uint>.Zero
            : Vector512.ShiftRightLogical(Vector512.ShiftRightLogical(product, shift - 1) + Vector512<uint>.One, 1);
    }

    /// <summary>As <see cref="StreamScale.HalfProbability"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<uint> HalfProbability(Vector512<uint> magnitude)
    {
        Vector512<uint> product = magnitude * Vector512.Create(_scale.Mantissa);
        int shift = _scale.Shift;
        if (shift < 0)
        {
            return Vector512.ShiftLeft(product, (-shift - 1) & 31);
        }

        return shift > 31
            ? Vector512<uint>.Zero
            : Vector512.ShiftRightLogical(Vector512.ShiftRightLogical(product, shift) + Vector512<uint>.One, 1);
    }
}
