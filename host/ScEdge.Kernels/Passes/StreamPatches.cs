using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The streams of a padded map in planes of one word each, and those of one window side by side; behind the words a plane of signs.
/// </summary>
internal sealed unsafe class StreamPatches
{
    // A row of a window is copied by eight words at once, which may reach beyond its end.
    private const int Slack = 8;

    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;
    private readonly int _mapStride;
    private readonly WordBuffer _map;
    private readonly WordBuffer _patch;

    // A window that is the whole map is read where it is.
    private readonly bool _isWhole;
    private bool _isSigned;
    private bool _patchHasSigns;

    /// <summary>Makes room for a layer's inputs.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="wordsPerNumber">W.</param>
    public StreamPatches(WindowShape shape, int wordsPerNumber)
    {
        _shape = shape;
        WordsPerNumber = wordsPerNumber;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _isWhole = shape.Positions == 1;
        Length = RoundUp(shape.Taps);
        _mapStride = RoundUp((shape.Channels * _paddedHeight * _paddedWidth) + Slack);
        PlaneStride = _isWhole ? _mapStride : Length + ProductSumKernel.Lanes;
        _map = new WordBuffer((wordsPerNumber + 1) * _mapStride);
        _patch = new WordBuffer((wordsPerNumber + 1) * (Length + ProductSumKernel.Lanes));
    }

    /// <summary>W, the words of a stream.</summary>
    public int WordsPerNumber { get; }

    /// <summary>The taps of a window in whole groups of lanes; those behind the last have no ones.</summary>
    public int Length { get; }

    /// <summary>From a word of a window's streams to the next.</summary>
    public int PlaneStride { get; }

    /// <summary>Takes a map.</summary>
    /// <param name="inputs">The map, for signs.</param>
    /// <param name="words">Words of its streams, number by number.</param>
    public void LayOut(ReadOnlySpan<int> inputs, WordBuffer words)
    {
        int signs = 0;
        int index = 0;
        for (int row = 0; row < _shape.Channels * _shape.Height; row++)
        {
            (int channel, int y) = Math.DivRem(row, _shape.Height);
            uint* place = _map.Words + ((((channel * _paddedHeight) + y + _shape.Padding) * (nint)_paddedWidth) + _shape.Padding);
            for (int x = 0; x < _shape.Width; x++, index++, place++)
            {
                int sign = inputs[index] >> 31;
                signs |= sign;
                for (int word = 0; word < WordsPerNumber; word++)
                {
                    place[word * _mapStride] = words.Words[((nint)index * WordsPerNumber) + word];
                }

                place[WordsPerNumber * _mapStride] = (uint)sign;
            }
        }

        _isSigned = signs != 0;
    }

    /// <summary>Returns the words of a window; they stand until the next call.</summary>
    public uint* Of(int position)
    {
        if (_isWhole)
        {
            return _map.Words;
        }

        // The signs' plane stays zero where no input is negative.
        nint corner = ((nint)(position / _shape.OutputWidth) * _paddedWidth) + (position % _shape.OutputWidth);
        for (int plane = 0; plane < WordsPerNumber + (_isSigned || _patchHasSigns ? 1 : 0); plane++)
        {
            Copy(_map.Words + ((nint)plane * _mapStride) + corner, _patch.Words + ((nint)plane * PlaneStride));
        }

        _patchHasSigns = _isSigned;
        return _patch.Words;
    }

    private static int RoundUp(int count) => (count + ProductSumKernel.Lanes - 1) / ProductSumKernel.Lanes * ProductSumKernel.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(uint* source, uint* target)
    {
        uint* end = target + Length;
        nint width = _shape.KernelWidth;
        nint height = _shape.KernelHeight;
        nint rowStride = _paddedWidth;
        nint planeRest = (_paddedHeight - height) * rowStride;
        for (nint channel = _shape.Channels; channel > 0; channel--, source += planeRest)
        {
            for (nint row = height; row > 0; row--, source += rowStride, target += width)
            {
                Vector256.Store(Vector256.Load(source), target);
                for (nint column = Slack; column < width; column += Slack)
                {
                    Vector256.Store(Vector256.Load(source + column), target + column);
                }
            }
        }

        for (; target < end; target++)
        {
            *target = 0;
        }
    }
}
