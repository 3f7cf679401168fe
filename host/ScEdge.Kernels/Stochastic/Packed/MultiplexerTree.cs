using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Stochastic.Packed;

/// <summary>
/// Multiplexers of 2^d streams, level by level from the first select stream to the last.
/// </summary>
/// <remarks>
/// An input enters at the bottom and climbs as long as it is the second of its pair, so at most one stream of each level waits
/// for its partner, and none is ever written.
/// </remarks>
/// <param name="inputs">Streams [input][word].</param>
/// <param name="count">2^d inputs.</param>
/// <param name="selects">Streams [level][word].</param>
/// <param name="words">Words of a stream.</param>
/// <param name="waiting">Room for a vector of each level and of the result.</param>
internal readonly unsafe struct MultiplexerTree(uint* inputs, int count, uint* selects, int words, byte* waiting) : IStreamSource
{
    private readonly uint* _inputs = inputs;
    private readonly int _count = count;
    private readonly uint* _selects = selects;
    private readonly nint _words = words;
    private readonly byte* _waiting = waiting;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TTier, TVector>(int word)
        where TTier : struct, IPackedTier<TVector>
        where TVector : unmanaged
    {
        TVector* waiting = (TVector*)_waiting;
        uint* input = _inputs + word;
        TVector value = default;
        for (int i = 0; i < _count; i++)
        {
            value = TTier.Load(input);
            input += _words;
            int level = 0;
            for (uint* select = _selects + word; ((i >> level) & 1) != 0; select += _words)
            {
                value = TTier.Select(TTier.Load(select), value, waiting[level]);
                level++;
            }

            waiting[level] = value;
        }

        return value;
    }
}
