using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Operators;
using ScEdge.Stochastic.Optimizers;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Counts the ones of the streams of min(1, |m| / a), thinned by a gate, for neighbouring parameters: the vector twin of what a
/// <see cref="QuotientUpdate"/> asks for one.
/// </summary>
internal unsafe ref struct QuotientGenerator
{
    private readonly CellPointers _cells;
    private readonly QuotientUpdate _quotient;
    private readonly uint _firstParameter;
    private readonly uint _counterStride;
    private readonly bool _isGated;
    private WordDraw _draw;
    private long _numbers;
    private long _switched;
    private long _passed;
    private long _ones;
    private long _randomWords;

    /// <summary>Prepares a range.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="quotient">The step's work.</param>
    /// <param name="firstParameter">Index in the tensor of the first register.</param>
    public QuotientGenerator(CellPointers cells, in QuotientUpdate quotient, int firstParameter)
    {
        _cells = cells;
        _quotient = quotient;
        _firstParameter = (uint)firstParameter;
        _counterStride = (uint)((quotient.Length + 31) / 32 * BernoulliWord.CounterStride);
        _isGated = quotient.GateProbability != BernoulliWord.One;
        _draw.Response = cells.Response;
        _draw.CellsPerLane = cells.ClassesPerLane;
    }

    /// <summary>Counts the ones of a batch.</summary>
    /// <param name="means">Dividends.</param>
    /// <param name="scales">Divisors.</param>
    /// <param name="batch">Receives the ones.</param>
    /// <param name="quotients">Memory to work in.</param>
    /// <param name="count">Numbers of the batch.</param>
    /// <param name="index">Parameter of the first number.</param>
    /// <param name="lane">Lane of cells of the first number.</param>
    public void Count<TTier>(short* means, short* scales, NumberBatch* batch, QuotientBatch* quotients, int count, int index, int lane)
        where TTier : struct, IWordTier
    {
        int drawn = Gather(means, scales, batch, quotients, count);
        _numbers += drawn;
        Respond(batch, quotients->Dividends, drawn);
        Respond(batch, quotients->Divisors, drawn);
        _cells.Deal(batch, drawn, _counterStride, (_firstParameter + (uint)index) * _counterStride, lane);
        for (int word = 0; word * 32 < _quotient.Length; word++)
        {
            int left = _quotient.Length - (word * 32);
            _draw.Mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
            _draw.Classes = _cells.ClassesOf(word);
            Choose(_quotient.Key, word);
            DrawNested<TTier>(batch, quotients, drawn, word);
            if (_isGated)
            {
                Choose(_quotient.GateKey, word);
                DrawGate<TTier>(batch, drawn, word);
            }

            Divide(batch, quotients, drawn);
        }
    }

    /// <summary>Adds what generator, divider and gate did.</summary>
    public readonly void AddTo(OperationCounts counts)
    {
        long bits = _numbers * _quotient.Length;
        long gateBits = _isGated ? bits : 0;
        long gatePulses = _quotient.GateProbability == 0 ? 0 : gateBits;
        counts.Numbers += _isGated ? 2 * _numbers : _numbers;
        counts.Bits += bits + gateBits;
        counts.LaneCycles += (_cells.SerialWrite ? bits : _numbers) * (_isGated ? 2 : 1);
        counts.SetPulses += bits + gatePulses;
        counts.Reads += (2 * bits) + gatePulses;
        counts.SetEvents += _switched + _passed;
        counts.ResetPulses += _switched + _passed;
        counts.RandomWords += _randomWords;
        counts.MuxOperations += bits;
        counts.AndOperations += gateBits;
        counts.CounterIncrements += _ones;
    }

    private void Choose(ulong key, int word)
    {
        _draw.KeyLow = (uint)key + (uint)(word * BernoulliWord.CounterStride);
        _draw.KeyHigh = (uint)(key >> 32);
    }

    /// <summary>Moves the numbers with a dividend together and shifts dividend and divisor until the divisor is 1/2 or more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Gather(short* means, short* scales, NumberBatch* batch, QuotientBatch* quotients, int count)
    {
        nint drawn = 0;
        for (nint i = 0; i < count; i++)
        {
            uint divisor = (uint)Math.Max((int)scales[i], 1);
            uint dividend = Math.Min((uint)Math.Abs((int)means[i]), divisor);
            int shift = BitOperations.LeadingZeroCount(divisor) - BernoulliWord.CounterStride;
            batch->Ones[i] = 0;
            batch->Indices[drawn] = (uint)i;
            quotients->Dividends[drawn] = dividend << shift;
            quotients->Divisors[drawn] = divisor << shift;
            quotients->States[drawn] = 0;
            drawn += dividend == 0 ? 0 : 1;
        }

        for (nint i = drawn; i < drawn + NumberBatch.Portion; i++)
        {
            quotients->Dividends[i] = 0;
            quotients->Divisors[i] = 0;
        }

        return (int)drawn;
    }

    /// <summary>Turns wanted probabilities into what the drive and the cells make of them.</summary>
    private readonly void Respond(NumberBatch* batch, uint* probabilities, int drawn)
    {
        Copy(probabilities, batch->Probabilities, drawn);
        _cells.Respond(batch, drawn);
        Copy(batch->Probabilities, probabilities, drawn);
    }

    private void DrawNested<TTier>(NumberBatch* batch, QuotientBatch* quotients, int drawn, int word)
        where TTier : struct, IWordTier
    {
        if (_cells.Classes == null)
        {
            _randomWords += NestedWords.Draw(batch->Counters, quotients, drawn, in _draw);
            Override(batch, quotients->InnerBits, drawn, word);
            Override(batch, quotients->OuterBits, drawn, word);
            return;
        }

        // Both reads compare with the same random words, and are of one pulse.
        _randomWords += WordsOfOwn(drawn);
        Copy(quotients->Dividends, batch->Probabilities, drawn);
        DrawOwn<TTier>(batch, drawn, word, remembers: false);
        Copy(batch->Bits, quotients->InnerBits, drawn);
        Copy(quotients->Divisors, batch->Probabilities, drawn);
        DrawOwn<TTier>(batch, drawn, word, remembers: true);
        Copy(batch->Bits, quotients->OuterBits, drawn);
    }

    private void DrawGate<TTier>(NumberBatch* batch, int drawn, int word)
        where TTier : struct, IWordTier
    {
        if (_quotient.GateProbability == 0)
        {
            new Span<uint>(batch->Bits, drawn).Clear();
            return;
        }

        new Span<uint>(batch->Probabilities, drawn).Fill(_quotient.GateProbability);
        new Span<uint>(batch->Probabilities + drawn, NumberBatch.Portion).Clear();
        _cells.Respond(batch, drawn);
        if (_cells.Classes == null)
        {
            _randomWords += TTier.DrawAlike(batch, drawn, in _draw);
            _cells.Override(batch, drawn, word, _draw.Mask);
        }
        else
        {
            _randomWords += WordsOfOwn(drawn);
            DrawOwn<TTier>(batch, drawn, word, remembers: true);
        }
    }

    private readonly void DrawOwn<TTier>(NumberBatch* batch, int drawn, int word, bool remembers)
        where TTier : struct, IWordTier
    {
        CellPointers.LocateAll(batch, drawn);
        _cells.DrawOwn<TTier>(batch, drawn, word, in _draw, remembers);
        _cells.Override(batch, drawn, word, _draw.Mask);
    }

    private readonly void Override(NumberBatch* batch, uint* bits, int drawn, int word)
    {
        if (_cells.SomeAreStuck)
        {
            Copy(bits, batch->Bits, drawn);
            _cells.Override(batch, drawn, word, _draw.Mask);
            Copy(batch->Bits, bits, drawn);
        }
    }

    private readonly long WordsOfOwn(int drawn) => drawn * (long)((BitOperations.PopCount(_draw.Mask) + 1) >> 1);

    /// <summary>Divides a word of every number and counts what passes the gate.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Divide(NumberBatch* batch, QuotientBatch* quotients, int drawn)
    {
        uint mask = _draw.Mask;
        bool isGated = _isGated;
        long switched = 0;
        long passed = 0;
        long ones = 0;
        for (nint i = 0; i < drawn; i++)
        {
            uint quotient = CordivWord.Divide(quotients->InnerBits[i], quotients->OuterBits[i], mask, ref quotients->States[i]);
            uint gate = isGated ? batch->Bits[i] : mask;
            uint counted = (uint)BitOperations.PopCount(quotient & gate);
            switched += BitOperations.PopCount(quotients->OuterBits[i]);
            passed += BitOperations.PopCount(gate);
            ones += counted;
            batch->Ones[batch->Indices[i]] += counted;
        }

        _switched += switched;
        _passed += isGated ? passed : 0;
        _ones += ones;
    }

    private static void Copy(uint* source, uint* destination, int count) =>
        new ReadOnlySpan<uint>(source, count).CopyTo(new Span<uint>(destination, count));
}
