using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Kernels.Stochastic;

/// <summary>
/// Makes one number for each of 16 neighbouring parameters and counts their ones: the vector twin of
/// <see cref="CellBank.CountOnes"/> and, with a multiplier, of the product that follows it.
/// </summary>
/// <remarks>Streams live in registers and in one block; none is kept. Counts add up over the blocks.</remarks>
internal unsafe ref struct BlockGenerator
{
    private readonly CellPointers _cells;
    private readonly int _length;
    private readonly uint* _multiplier;
    private readonly bool _bipolar;
    private WordDraw _draw;
    private NumberBlock _block;
    private Vector512<uint> _switched;
    private Vector512<uint> _counted;
    private long _numbers;
    private long _pulsedNumbers;
    private long _randomWords;

    /// <summary>Prepares a range.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="length">Stream length in bits.</param>
    /// <param name="key">Key of the stream.</param>
    /// <param name="counterStride">Counters of each parameter.</param>
    /// <param name="multiplier">Words of the stream to multiply with, or null.</param>
    /// <param name="bipolar">Whether the product is XNOR and not AND.</param>
    public BlockGenerator(CellPointers cells, int length, ulong key, uint counterStride, uint* multiplier, bool bipolar)
    {
        _cells = cells;
        _length = length;
        _multiplier = multiplier;
        _bipolar = bipolar;
        _draw.KeyLow = (uint)key;
        _draw.KeyHigh = (uint)(key >> 32);
        _draw.CounterStride = counterStride;
        _draw.Nodes = cells.Nodes;
        _draw.CellsPerLane = cells.CellsPerLane;
    }

    /// <summary>Gets the ones that were counted, products where there is a multiplier.</summary>
    public readonly long Counted => Vector512.Sum(_counted);

    /// <summary>Counts the ones of a block.</summary>
    /// <param name="wanted">Wanted probability of each number.</param>
    /// <param name="count">Numbers in use, 1 to 16: the first so many.</param>
    /// <param name="index">Parameter of the first number.</param>
    /// <param name="lane">Lane of cells of the first number.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public Vector512<uint> Count<TTier>(Vector512<uint> wanted, int count, int index, int lane)
        where TTier : struct, IWordTier
    {
        Vector512<uint> used = LaneBits.First(count);
        wanted &= used;
        uint active = (uint)Vector512.GreaterThan(wanted, Vector512<uint>.Zero).ExtractMostSignificantBits();
        int pulsed = BitOperations.PopCount(active);
        _numbers += count;
        _pulsedNumbers += pulsed;
        Vector512<uint> sum = Vector512<uint>.Zero;
        if (active == 0 && !(_bipolar && _multiplier != null))
        {
            return sum;
        }

        fixed (NumberBlock* block = &_block)
        {
            _cells.Prepare(block, wanted, active, lane);
            _draw.Counter = (uint)index * _draw.CounterStride;
            int word = 0;
            for (int left = _length; left > 0; left -= 32)
            {
                _draw.Mask = left >= 32 ? 0xFFFFFFFFu : (1u << left) - 1;
                Draw<TTier>(block, active, word);
                Vector512<uint> bits = Vector512.Load(block->Bits);
                Vector512<uint> ones = LaneBits.PopulationCount(bits);
                _switched += ones;
                if (_multiplier != null)
                {
                    Vector512<uint> factor = Vector512.Create(_multiplier[word]);
                    bits = _bipolar ? ~(bits ^ factor) & used & Vector512.Create(_draw.Mask) : bits & factor;
                    ones = LaneBits.PopulationCount(bits);
                }

                sum += ones;
                _draw.Counter += BernoulliWord.CounterStride;
                word++;
            }
        }

        _counted += sum;
        return sum;
    }

    /// <summary>Adds what the generator and the multiplier did.</summary>
    public readonly void AddTo(OperationCounts counts)
    {
        long bits = _numbers * _length;
        long pulses = _pulsedNumbers * _length;
        long switched = Vector512.Sum(_switched);
        counts.Numbers += _numbers;
        counts.Bits += bits;
        counts.LaneCycles += _cells.SerialWrite ? bits : _numbers;
        counts.SetPulses += pulses;
        counts.Reads += pulses;
        counts.SetEvents += switched;
        counts.ResetPulses += switched;
        counts.RandomWords += _randomWords;
        if (_multiplier != null)
        {
            counts.XnorOperations += _bipolar ? bits : 0;
            counts.AndOperations += _bipolar ? 0 : bits;
        }
    }

    private void Draw<TTier>(NumberBlock* block, uint active, int word)
        where TTier : struct, IWordTier
    {
        if (_cells.Classes == null)
        {
            _randomWords += TTier.DrawAlike(block, in _draw);
        }
        else
        {
            // Numbers without a pulse are not drawn.
            Vector512<uint>.Zero.Store(block->Bits);
            _draw.Classes = _cells.Classes + (word * 32);
            TTier.DrawOwn(block, active, in _draw);
            _randomWords += BitOperations.PopCount(active) * ((BitOperations.PopCount(_draw.Mask) + 1) >> 1);
        }

        _cells.Override(block, active, word, _draw.Mask);
    }
}
