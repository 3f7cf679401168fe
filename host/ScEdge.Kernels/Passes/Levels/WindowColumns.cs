using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The numbers of a map with their signs, laid out so that each window's stand side by side, and neighbouring windows of a row share theirs.
/// </summary>
/// <remarks>
/// [row of windows][column of the map][row of the window][channel]: a window begins at its first column, and its taps are in the order of
/// <see cref="CoincidenceCounters.Places"/>. Behind its last tap come those of the next window.
/// </remarks>
internal sealed unsafe class WindowColumns
{
    private readonly WindowShape _shape;
    private readonly int _paddedWidth;
    private readonly int _column;

    // The map with its padding, [row][column][channel], and where each number of the map is there.
    private readonly WordBuffer _map;
    private readonly int[] _places;
    private readonly WordBuffer _windows;

    public WindowColumns(WindowShape shape)
    {
        _shape = shape;
        _paddedWidth = shape.Width + (2 * shape.Padding);
        _column = shape.KernelHeight * shape.Channels;
        _map = new WordBuffer((((shape.Height + (2 * shape.Padding)) * _paddedWidth * shape.Channels) + 1) / 2);
        _windows = new WordBuffer(((shape.OutputHeight * _paddedWidth * _column) + LevelProducts.Group + 1) / 2);
        _places = new int[shape.InputCount];
        for (int i = 0; i < _places.Length; i++)
        {
            (int row, int x) = Math.DivRem(i, shape.Width);
            (int channel, int y) = Math.DivRem(row, shape.Height);
            _places[i] = ((((y + shape.Padding) * _paddedWidth) + x + shape.Padding) * shape.Channels) + channel;
        }

        Firsts = new int[shape.Positions];
        for (int i = 0; i < Firsts.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, shape.OutputWidth);
            Firsts[i] = ((y * _paddedWidth) + x) * _column;
        }
    }

    /// <summary>First number of each window. The backing array.</summary>
    public int[] Firsts { get; }

    /// <summary>The windows, numbers as <see cref="LevelSpan.Pair"/> makes them; room for a group behind the last.</summary>
    public ushort* Pairs => (ushort*)_windows.Words;

    /// <summary>Lays out a map.</summary>
    public void Fill(PresentNumbers inputs)
    {
        _map.Span.Clear();
        inputs.Spread(_places, MemoryMarshal.Cast<uint, ushort>(_map.Span));
        for (int row = 0; row < _shape.KernelHeight; row++)
        {
            Insert(row, 0, row);
        }

        // A row of windows is the one before, its rows moved up by one, with one more.
        Span<ushort> all = new(Pairs, _shape.OutputHeight * _paddedWidth * _column);
        int length = _paddedWidth * _column;
        int channels = _shape.Channels;
        for (int y = 1; y < _shape.OutputHeight; y++)
        {
            all.Slice((y - 1) * length, length)[channels..].CopyTo(all.Slice(y * length, length));
            Insert(y + _shape.KernelHeight - 1, y, _shape.KernelHeight - 1);
        }
    }

    /// <summary>Inserts a row of the map.</summary>
    /// <param name="mapRow">Row of the map with its padding.</param>
    /// <param name="y">Row of windows.</param>
    /// <param name="row">Row of the window.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Insert(int mapRow, int y, int row)
    {
        nint channels = _shape.Channels;
        nint column = _column;
        nint width = _paddedWidth;
        ushort* source = (ushort*)_map.Words + (mapRow * width * channels);
        ushort* target = Pairs + (y * width * column) + (row * channels);
        for (nint x = 0; x < width; x++, target += column, source += channels)
        {
            for (nint channel = 0; channel < channels; channel++)
            {
                target[channel] = source[channel];
            }
        }
    }
}
