using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// One stochastic path at work on batches of parameters: the vector twin of <see cref="UpdatePath.Change"/>.
/// </summary>
internal unsafe ref struct UpdateStream
{
    private readonly StreamScale _scale;
    private readonly int _length;
    private readonly bool _bipolar;
    private readonly bool _isCounted;
    private readonly int _countShift;
    private BatchGenerator _generator;
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
        _isCounted = path.IsCounted;
        _countShift = path.CountShift;
        _generator = new BatchGenerator(cells, path.Length, path.Key, path.CounterStride, multiplier, path.IsBipolar);
    }

    /// <summary>Draws the changes of a batch.</summary>
    /// <param name="quantities">Signed quantity of each parameter, up to the next whole vector.</param>
    /// <param name="changes">Receives the changes, likewise.</param>
    /// <param name="batch">Memory to work in.</param>
    /// <param name="count">Parameters.</param>
    /// <param name="index">First parameter.</param>
    /// <param name="lane">Its lane of cells.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Change<TTier>(int* quantities, int* changes, NumberBatch* batch, int count, int index, int lane)
        where TTier : struct, IWordTier
    {
        if (_isCounted)
        {
            ShiftCounts(quantities, changes, count);
            return;
        }

        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            Vector<int> quantity = Vector.Load(quantities + i);
            Vector<uint> magnitude = Vector.AsVectorUInt32(Vector.Abs(quantity));
            Vector<int> sign = Vector.ShiftRightArithmetic(quantity, 31);
            Vector<uint> wanted = _bipolar
                ? new Vector<uint>(BernoulliWord.One / 2) + Vector.AsVectorUInt32(Signed(HalfProbability(magnitude), sign))
                : Probability(magnitude);
            wanted.Store(batch->Wanted + i);
        }

        _generator.Count<TTier>(batch, count, index, lane);
        _numbers += count;
        int shift = _scale.QuantumShift & 31;
        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            Vector<uint> ones = Vector.Load(batch->Ones + i);
            Vector<int> sign = Vector.ShiftRightArithmetic(Vector.Load(quantities + i), 31);
            Vector<int> change = _bipolar
                ? Vector.ShiftLeft(Vector.AsVectorInt32(ones + ones) - new Vector<int>(_length), shift)
                : Signed(Vector.ShiftLeft(ones, shift), sign);
            change.Store(changes + i);
        }
    }

    /// <summary>Takes counts as they are, in steps of the register.</summary>
    private readonly void ShiftCounts(int* quantities, int* changes, int count)
    {
        for (int i = 0; i < count; i += Vector<int>.Count)
        {
            Vector<int> quantity = Vector.Load(quantities + i);
            Vector<int> sign = Vector.ShiftRightArithmetic(quantity, 31);
            Vector<int> change = _countShift >= 0 ? Vector.ShiftLeft(quantity, _countShift)
                : _countShift < -15 ? Vector<int>.Zero
                : Signed(Vector.ShiftRightLogical(Vector.AsVectorUInt32(Vector.Abs(quantity)), -_countShift), sign);
            change.Store(changes + i);
        }
    }

    /// <summary>Adds what the circuit did.</summary>
    public readonly void AddTo(OperationCounts counts)
    {
        counts.CounterIncrements += _generator.Ones;
        counts.CounterDecrements += _bipolar ? (_numbers * _length) - _generator.Ones : 0;
        _generator.AddTo(counts);
    }

    /// <summary>Gives a magnitude a sign: all ones for minus, zero for plus.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Signed(Vector<uint> magnitude, Vector<int> sign) => (Vector.AsVectorInt32(magnitude) ^ sign) - sign;

    /// <summary>As <see cref="StreamScale.Probability"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector<uint> Probability(Vector<uint> magnitude)
    {
        Vector<uint> product = magnitude * new Vector<uint>(_scale.Mantissa);
        int shift = _scale.Shift;
        if (shift <= 0)
        {
            return Vector.ShiftLeft(product, -shift & 31);
        }

        return shift > 32 ? Vector<uint>.Zero : HalvedUp(Vector.ShiftRightLogical(product, shift - 1));
    }

    /// <summary>As <see cref="StreamScale.HalfProbability"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector<uint> HalfProbability(Vector<uint> magnitude)
    {
        Vector<uint> product = magnitude * new Vector<uint>(_scale.Mantissa);
        int shift = _scale.Shift;
        if (shift < 0)
        {
            return Vector.ShiftLeft(product, (-shift - 1) & 31);
        }

        return shift > 31 ? Vector<uint>.Zero : HalvedUp(Vector.ShiftRightLogical(product, shift));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> HalvedUp(Vector<uint> value) => Vector.ShiftRightLogical(value + Vector<uint>.One, 1);
}
