using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Lists the numbers other than zero in the windows of a map.
/// </summary>
/// <remarks>A map with hardly a zero is listed whole, padding and all: one list serves all its windows.</remarks>
internal sealed unsafe class WindowLister
{
    // A list is written by so many numbers at once.
    private const int Step = 16;

    private readonly WindowShape _shape;
    private readonly NumberMap _map;

    // A window that is the whole map is one row of taps.
    private readonly bool _isWhole;
    private readonly WordBuffer _places;
    private readonly WordBuffer _taps;
    private readonly WordBuffer _starts;
    private readonly WordBuffer _lengths;

    public WindowLister(WindowShape shape, NumberMap map)
    {
        _shape = shape;
        _map = map;
        _isWhole = shape.Positions == 1;
        _places = new WordBuffer(shape.OutputWidth * (shape.Taps + Step));
        _taps = new WordBuffer(_places.Length);
        _starts = new WordBuffer(shape.OutputWidth);
        _lengths = new WordBuffer(shape.OutputWidth);
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
            if (_map.IsFull && x > 0)
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
            Numbers = _map.Numbers + ((nint)y * _map.Width),
            Advance = _map.IsFull ? 1 : 0,
            Starts = (int*)_starts.Words,
            Lengths = (int*)_lengths.Words,
            Places = (int*)_places.Words,
            Taps = (int*)_taps.Words,
        };

        int ListWindow(VectorTier tier, int x, int firstChannel, int lastChannel, int end)
        {
            int plane = _map.Height * _map.Width;
            int rows = _isWhole ? 1 : _shape.KernelHeight;
            int rowLength = _isWhole ? (lastChannel - firstChannel) * plane : _shape.KernelWidth;
            int tap = firstChannel * _shape.KernelHeight * _shape.KernelWidth;
            uint* present = _map.Present + ((nint)y * _map.Width);
            for (int channel = firstChannel; channel < (_isWhole ? firstChannel + 1 : lastChannel); channel++)
            {
                int place = (channel * plane) + x;
                for (int row = 0; row < rows; row++, place += _map.Width, tap += rowLength)
                {
                    end = _map.IsFull ? ListAll(place, tap, rowLength, end)
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
