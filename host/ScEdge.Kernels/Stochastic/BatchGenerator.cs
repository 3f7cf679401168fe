using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Makes one number for each of up to <see cref="NumberBatch.Capacity"/> neighbouring parameters and counts their ones: the
/// vector twin of <see cref="CellBank.CountOnes"/> and, with a multiplier, of the product that follows it.
/// </summary>
/// <remarks>No stream is kept. What the cells did adds up over the batches.</remarks>
internal unsafe ref struct BatchGenerator
{
    private readonly CellPointers _cells;
    private readonly int _length;
    private readonly uint _counterStride;
    private readonly uint _keyLow;
    private readonly uint* _multiplier;
    private readonly bool _bipolar;
    private readonly uint _onesOfZero;
    private WordDraw _draw;
    private long _numbers;
    private long _pulsedNumbers;
    private long _switched;
    private long _ones;
    private long _randomWords;

    /// <summary>Prepares a range.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="length">Stream length in bits.</param>
    /// <param name="key">Key of the stream.</param>
    /// <param name="counterStride">Counters of each parameter.</param>
    /// <param name="multiplier">Words of the stream to multiply with, or null.</param>
    /// <param name="bipolar">Whether the product is XNOR and not AND.</param>
    public BatchGenerator(CellPointers cells, int length, ulong key, uint counterStride, uint* multiplier, bool bipolar)
    {
        _cells = cells;
        _length = length;
        _counterStride = counterStride;
        _keyLow = (uint)key;
        _multiplier = multiplier;
        _bipolar = bipolar;
        _draw.KeyHigh = (uint)(key >> 32);
        _draw.Response = cells.Response;
        _draw.CellsPerLane = cells.ClassesPerLane;
        _draw.CountsOnes = cells.Classes != null && !cells.HasMemory && !cells.SomeAreStuck && multiplier == null;

        // The product of a stream of zeros.
        for (int word = 0; multiplier != null && bipolar && word * 32 < length; word++)
        {
            _onesOfZero += (uint)BitOperations.PopCount(~multiplier[word] & MaskOf(word));
        }
    }

    /// <summary>Gets the ones of all batches, after the multiplier if there is one.</summary>
    public readonly long Ones => _ones;

    /// <summary>Counts the ones of a batch.</summary>
    /// <param name="batch">Takes the wanted probabilities and receives the ones.</param>
    /// <param name="count">Numbers of the batch.</param>
    /// <param name="index">Parameter of the first number.</param>
    /// <param name="lane">Lane of cells of the first number.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Count<TTier>(NumberBatch* batch, int count, int index, int lane)
        where TTier : struct, IWordTier
    {
        int drawn = TTier.Gather(batch, count);
        _numbers += count;
        _pulsedNumbers += drawn;
        _cells.Respond(batch, drawn);
        Begin(batch, drawn, count, (uint)index * _counterStride, lane);
        for (int word = 0; word * 32 < _length; word++)
        {
            _draw.Mask = MaskOf(word);
            _draw.KeyLow = _keyLow + (uint)(word * BernoulliWord.CounterStride);
            if (_cells.Classes == null)
            {
                _randomWords += TTier.DrawAlike(batch, drawn, in _draw);
            }
            else
            {
                _draw.Classes = _cells.ClassesOf(word);
                _cells.DrawOwn<TTier>(batch, drawn, word, in _draw);
                _randomWords += drawn * ((BitOperations.PopCount(_draw.Mask) + 1) >> 1);
            }

            if (!_draw.CountsOnes)
            {
                _cells.Override(batch, drawn, word, _draw.Mask);
                CountWord(batch, drawn, word);
            }
        }

        long ones = Sum(batch, count);
        _ones += ones;
        _switched += _draw.CountsOnes ? ones : 0;
    }

    /// <summary>Adds what the generator and the multiplier did.</summary>
    public readonly void AddTo(OperationCounts counts)
    {
        long bits = _numbers * _length;
        long pulses = _pulsedNumbers * _length;
        counts.Numbers += _numbers;
        counts.Bits += bits;
        counts.LaneCycles += _cells.SerialWrite ? bits : _numbers;
        counts.SetPulses += pulses;
        counts.Reads += pulses;
        counts.SetEvents += _switched;
        counts.ResetPulses += _switched;
        counts.RandomWords += _randomWords;
        if (_multiplier != null)
        {
            counts.XnorOperations += _bipolar ? bits : 0;
            counts.AndOperations += _bipolar ? 0 : bits;
        }
    }

    private readonly uint MaskOf(int word)
    {
        int left = _length - (word * 32);
        return left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
    }

    /// <summary>Sets counters, lanes and nodes of the drawn numbers, and the ones of those that are not drawn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Begin(NumberBatch* batch, int drawn, int count, uint counter, int lane)
    {
        for (int i = 0; i < count; i += Vector<uint>.Count)
        {
            Vector<uint> zero = Vector.Equals(Vector.Load(batch->Wanted + i), Vector<uint>.Zero);
            (zero & new Vector<uint>(_onesOfZero)).Store(batch->Ones + i);
        }

        _cells.Deal(batch, drawn, _counterStride, counter, lane);
        if (_cells.Classes != null)
        {
            CellPointers.LocateAll(batch, drawn);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long Sum(NumberBatch* batch, int count)
    {
        Vector<uint> sum = Vector<uint>.Zero;
        int i = 0;
        for (; i + Vector<uint>.Count <= count; i += Vector<uint>.Count)
        {
            sum += Vector.Load(batch->Ones + i);
        }

        long ones = Vector.Sum(sum);
        for (; i < count; i++)
        {
            ones += batch->Ones[i];
        }

        return ones;
    }

    /// <summary>Counts the ones of a word before and after the multiplier.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void CountWord(NumberBatch* batch, int drawn, int word)
    {
        long switched = 0;
        if (_multiplier == null)
        {
            for (nint i = 0; i < drawn; i++)
            {
                uint ones = (uint)BitOperations.PopCount(batch->Bits[i]);
                switched += ones;
                batch->Ones[batch->Indices[i]] += ones;
            }
        }
        else
        {
            // XNOR flips where the factor is zero and keeps all; AND flips nothing and keeps where it is one.
            uint flip = _bipolar ? ~_multiplier[word] & _draw.Mask : 0;
            uint keep = _bipolar ? 0xFFFFFFFFu : _multiplier[word];
            for (nint i = 0; i < drawn; i++)
            {
                switched += BitOperations.PopCount(batch->Bits[i]);
                batch->Ones[batch->Indices[i]] += (uint)BitOperations.PopCount((batch->Bits[i] ^ flip) & keep);
            }
        }

        _switched += switched;
    }
}
