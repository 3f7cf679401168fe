using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The numbers of a map with their signs, window by window, tap by tap.
/// </summary>
internal sealed unsafe class WindowPatches
{
    // A row of a window is copied by so many numbers at once, which may reach beyond its end.
    private const int Step = 8;

    private readonly WindowShape _shape;
    private readonly int _paddedHeight;
    private readonly int _paddedWidth;
    private readonly WordBuffer _map;
    private readonly WordBuffer _windows;
    private readonly byte[] _isNeeded;

    public WindowPatches(WindowShape shape)
    {
        _shape = shape;
        _paddedHeight = shape.Height + (2 * shape.Padding);
        _paddedWidth = shape.Width + (2 * shape.Padding);
        int map = (shape.Channels * _paddedHeight * _paddedWidth) + Step;
        _map = new WordBuffer((map + 1) / 2);
        Stride = StrideOf(shape);
        _windows = new WordBuffer(shape.Positions * Stride / 2);
        _isNeeded = new byte[shape.Positions];
    }

    /// <summary>From a window to the next; a multiple of 32. Numbers behind the last tap are zero.</summary>
    public int Stride { get; }

    /// <summary>The windows, numbers as <see cref="LevelSpan.CopyPairsTo"/> writes them.</summary>
    public ushort* Pairs => (ushort*)_windows.Words;

    /// <summary>Returns the numbers of a window: whole 32, with room behind the last tap.</summary>
    public static int StrideOf(WindowShape shape) => (shape.Taps + Step + 31) / 32 * 32;

    /// <summary>Copies the windows that an error meets.</summary>
    /// <param name="inputs">The input map.</param>
    /// <param name="errorSigns">Signs of the errors, [output][window].</param>
    public void Fill(LevelSpan inputs, ReadOnlySpan<sbyte> errorSigns)
    {
        Pad(inputs);
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

    private void Pad(LevelSpan map)
    {
        ushort* padded = (ushort*)_map.Words;
        for (int row = 0; row < _shape.Channels * _shape.Height; row++)
        {
            (int channel, int y) = Math.DivRem(row, _shape.Height);
            int place = (((channel * _paddedHeight) + y + _shape.Padding) * _paddedWidth) + _shape.Padding;
            map.Slice(row * _shape.Width, _shape.Width).CopyPairsTo(padded + place);
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
        ushort* source = (ushort*)_map.Words + corner;
        ushort* target = Pairs + patch;
        nint height = _shape.KernelHeight;
        nint width = _shape.KernelWidth;
        nint rowStride = _paddedWidth;
        nint planeRest = (_paddedHeight - height) * rowStride;
        for (nint channel = _shape.Channels; channel > 0; channel--, source += planeRest)
        {
            for (nint row = height; row > 0; row--, source += rowStride, target += width)
            {
                Vector128.Load(source).Store(target);
                for (nint column = Step; column < width; column += Step)
                {
                    Vector128.Load(source + column).Store(target + column);
                }
            }
        }

        Vector128<ushort>.Zero.Store(target);
    }
}
