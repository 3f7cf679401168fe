using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The levels and signs of a map, window by window, tap by tap.
/// </summary>
internal sealed unsafe class WindowPatches
{
    // A row of a window is copied by so many bytes at once, which may reach beyond its end.
    private const int Step = sizeof(ulong);

    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;
    private readonly WordBuffer _mapLevels;
    private readonly WordBuffer _mapSigns;
    private readonly WordBuffer _levels;
    private readonly WordBuffer _signs;
    private readonly byte[] _isNeeded;

    public WindowPatches(WindowShape shape)
    {
        _shape = shape;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        int map = (shape.Channels * _paddedHeight * _paddedWidth) + Step;
        _mapLevels = new WordBuffer((map + 3) / 4);
        _mapSigns = new WordBuffer((map + 3) / 4);
        Stride = StrideOf(shape);
        _levels = new WordBuffer(shape.Positions * Stride / sizeof(uint));
        _signs = new WordBuffer(shape.Positions * Stride / sizeof(uint));
        _isNeeded = new byte[shape.Positions];
    }

    /// <summary>From a window to the next; a multiple of 64. Signs behind the last tap are 0.</summary>
    public int Stride { get; }

    public byte* Levels => (byte*)_levels.Words;

    public sbyte* Signs => (sbyte*)_signs.Words;

    /// <summary>Returns the bytes of a window: whole 64, with room behind the last tap.</summary>
    public static int StrideOf(WindowShape shape) => (shape.Taps + Step + 63) / 64 * 64;

    /// <summary>Copies the windows that an error meets.</summary>
    /// <param name="inputs">The input map.</param>
    /// <param name="errorSigns">Signs of the errors, [output][window].</param>
    public void Fill(LevelSpan inputs, ReadOnlySpan<sbyte> errorSigns)
    {
        Pad(inputs.Levels, (byte*)_mapLevels.Words);
        Pad(MemoryMarshal.AsBytes(inputs.Signs), (byte*)_mapSigns.Words);
        FindNeeded(MemoryMarshal.AsBytes(errorSigns));
        for (int y = 0, position = 0; y < _shape.OutputHeight; y++)
        {
            for (int x = 0; x < _shape.OutputWidth; x++, position++)
            {
                if (_isNeeded[position] != 0)
                {
                    Copy((y * (nint)_paddedWidth) + x, (nint)position * Stride);
                }
            }
        }
    }

    private void Pad(ReadOnlySpan<byte> map, byte* padded)
    {
        for (int row = 0; row < _shape.Channels * _shape.Height; row++)
        {
            (int channel, int y) = Math.DivRem(row, _shape.Height);
            int place = (((channel * _paddedHeight) + y + _shape.Padding) * _paddedWidth) + _shape.Padding;
            map.Slice(row * _shape.Width, _shape.Width).CopyTo(new Span<byte>(padded + place, _shape.Width));
        }
    }

    private void FindNeeded(ReadOnlySpan<byte> errorSigns)
    {
        int positions = _isNeeded.Length;
        errorSigns[..positions].CopyTo(_isNeeded);
        for (int output = 1; output < _shape.Outputs; output++)
        {
            ReadOnlySpan<byte> plane = errorSigns.Slice(output * positions, positions);
            int i = 0;
            for (; i <= positions - Vector<byte>.Count; i += Vector<byte>.Count)
            {
                (new Vector<byte>(_isNeeded, i) | new Vector<byte>(plane[i..])).CopyTo(_isNeeded, i);
            }

            for (; i < positions; i++)
            {
                _isNeeded[i] |= plane[i];
            }
        }
    }

    /// <summary>Copies one window.</summary>
    /// <param name="corner">Its corner in the map.</param>
    /// <param name="patch">Where it goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(nint corner, nint patch)
    {
        byte* mapLevels = (byte*)_mapLevels.Words;
        byte* mapSigns = (byte*)_mapSigns.Words;
        byte* levels = Levels + patch;
        byte* signs = (byte*)Signs + patch;
        nint height = _shape.KernelHeight;
        nint width = _shape.KernelWidth;
        nint rowStride = _paddedWidth;
        nint planeRest = (_paddedHeight - height) * rowStride;
        nint target = 0;
        for (nint channel = _shape.Channels; channel > 0; channel--, corner += planeRest)
        {
            for (nint row = height; row > 0; row--, corner += rowStride, target += width)
            {
                *(ulong*)(levels + target) = *(ulong*)(mapLevels + corner);
                *(ulong*)(signs + target) = *(ulong*)(mapSigns + corner);
                for (nint column = Step; column < width; column += Step)
                {
                    *(ulong*)(levels + target + column) = *(ulong*)(mapLevels + corner + column);
                    *(ulong*)(signs + target + column) = *(ulong*)(mapSigns + corner + column);
                }
            }
        }

        *(ulong*)(signs + target) = 0;
    }
}
