using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The numbers of a padded map, and lists of those other than zero in its windows.
/// </summary>
/// <remarks>A map with hardly a zero is listed whole, padding and all: one list serves all its windows.</remarks>
internal sealed unsafe class NumberMap
{
    // A list is written by so many numbers at once.
    private const int Step = 16;

    // Fewer zeros than one number in so many are not worth leaving out.
    private const int FewZeros = 8;

    private static readonly WordBuffer NoOnes = new(PassSettings.LongestLength / 32);

    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;

    // A window that is the whole map is one row of taps.
    private readonly bool _isWhole;
    private readonly WordBuffer _numbers;

    // All ones where a number is not zero.
    private readonly WordBuffer _present;
    private readonly WordBuffer _places;
    private readonly WordBuffer _taps;
    private readonly WordBuffer _starts;
    private readonly WordBuffer _lengths;
    private bool _isFull;

    public NumberMap(WindowShape shape)
    {
        _shape = shape;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _isWhole = shape.Positions == 1;
        int places = shape.Channels * _paddedHeight * _paddedWidth;
        _numbers = new WordBuffer(places * (sizeof(PlacedNumber) / sizeof(uint)));
        _present = new WordBuffer(places + Step);
        _places = new WordBuffer(shape.OutputWidth * (shape.Taps + Step));
        _taps = new WordBuffer(_places.Length);
        _starts = new WordBuffer(shape.OutputWidth);
        _lengths = new WordBuffer(shape.OutputWidth);
        new Span<PlacedNumber>(Numbers, places).Fill(new PlacedNumber { Words = NoOnes.Words });
    }

    private PlacedNumber* Numbers => (PlacedNumber*)_numbers.Words;

    /// <summary>Takes a map.</summary>
    /// <param name="inputs">The map, for signs and zeros.</param>
    /// <param name="words">Words of its streams, number by number.</param>
    /// <param name="stride">Words of a stream.</param>
    public void Place(ReadOnlySpan<int> inputs, WordBuffer words, int stride)
    {
        int index = 0;
        int zeros = inputs.Length;
        for (int channel = 0; channel < _shape.Channels; channel++)
        {
            for (int y = 0; y < _shape.Height; y++)
            {
                nint place = ((((nint)channel * _paddedHeight) + y + _shape.Padding) * _paddedWidth) + _shape.Padding;
                for (int x = 0; x < _shape.Width; x++, index++, place++)
                {
                    int value = inputs[index];
                    Numbers[place] = new PlacedNumber { Words = words.Words + ((nint)index * stride), Sign = (uint)(value >> 31) };
                    int present = (value | -value) >> 31;
                    _present.Words[place] = (uint)present;
                    zeros += present;
                }
            }
        }

        _isFull = zeros < inputs.Length / FewZeros;
    }

    /// <summary>Lists the numbers of some channels for a row of windows.</summary>
    /// <param name="tier">Vectors to use.</param>
    /// <param name="y">The row.</param>
    /// <param name="firstChannel">First channel.</param>
    /// <param name="lastChannel">End of the channels, exclusive.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WindowLists List(VectorTier tier, int y, int firstChannel, int lastChannel)
    {
        int end = 0;
        for (int x = 0; x < _shape.OutputWidth; x++)
        {
            if (_isFull && x > 0)
            {
                _starts.Words[x] = 0;
                _lengths.Words[x] = _lengths.Words[0];
                continue;
            }

            _starts.Words[x] = (uint)end;
            int start = end;
            end = ListWindow(tier, x, firstChannel, lastChannel, end);
            _lengths.Words[x] = (uint)(end - start);
            for (int i = 0; i < ProductSumKernel.MostPadding; i++)
            {
                _places.Words[end] = 0;
                _taps.Words[end++] = (uint)_shape.Taps;
            }
        }

        return new WindowLists
        {
            Count = _shape.OutputWidth,
            Numbers = Numbers + ((nint)y * _paddedWidth),
            Advance = _isFull ? 1 : 0,
            Starts = (int*)_starts.Words,
            Lengths = (int*)_lengths.Words,
            Places = (int*)_places.Words,
            Taps = (int*)_taps.Words,
        };

        int ListWindow(VectorTier tier, int x, int firstChannel, int lastChannel, int end)
        {
            int plane = _paddedHeight * _paddedWidth;
            int rows = _isWhole ? 1 : _shape.KernelHeight;
            int rowLength = _isWhole ? (lastChannel - firstChannel) * plane : _shape.KernelWidth;
            int tap = firstChannel * _shape.KernelHeight * _shape.KernelWidth;
            uint* present = _present.Words + ((nint)y * _paddedWidth);
            for (int channel = firstChannel; channel < (_isWhole ? firstChannel + 1 : lastChannel); channel++)
            {
                int place = (channel * plane) + x;
                for (int row = 0; row < rows; row++, place += _paddedWidth, tap += rowLength)
                {
                    end = _isFull ? ListAll(place, tap, rowLength, end)
                        : tier == VectorTier.Bits512 ? ListPresent512(present, place, tap, rowLength, end)
                        : ListPresent(present, place, tap, rowLength, end);
                }
            }

            return end;
        }
    }

    private int ListAll(int place, int tap, int length, int end)
    {
        for (int i = 0; i < length; i++)
        {
            _places.Words[end] = (uint)(place + i);
            _taps.Words[end++] = (uint)(tap + i);
        }

        return end;
    }

    /// <summary>Without a branch: what is zero is written over.</summary>
    private int ListPresent(uint* present, int place, int tap, int length, int end)
    {
        for (int i = 0; i < length; i++)
        {
            _places.Words[end] = (uint)(place + i);
            _taps.Words[end] = (uint)(tap + i);
            end -= (int)present[place + i];
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ListPresent512(uint* present, int place, int tap, int length, int end)
    {
        Vector512<int> indices = Vector512<int>.Indices;
        for (int i = 0; i < length; i += Step)
        {
            Vector512<int> chosen = Vector512.Load((int*)present + place + i) & Vector512.LessThan(indices, Vector512.Create(length - i));
            Avx512F.Compress(Vector512<int>.Zero, chosen, indices + Vector512.Create(place + i)).Store((int*)_places.Words + end);
            Avx512F.Compress(Vector512<int>.Zero, chosen, indices + Vector512.Create(tap + i)).Store((int*)_taps.Words + end);
            end += BitOperations.PopCount(chosen.ExtractMostSignificantBits());
        }

        return end;
    }
}
