using System;
using System.Runtime.CompilerServices;

namespace ScEdge.Kernels.Layers;

/// <summary>
/// Layout of a block of feature maps inside a border of zeros: [Channels][Height + 2 Border][Width + 2 Border][16].
/// </summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Rows without the border.</param>
/// <param name="Width">Columns without the border.</param>
/// <param name="Border">Rows and columns of zeros on each side.</param>
public sealed record PaddedMap(int Channels, int Height, int Width, int Border)
{
    /// <summary>Floats from row to row.</summary>
    public int RowStride => (Width + (2 * Border)) * LaneVector.Count;

    /// <summary>Floats from channel to channel.</summary>
    public int ChannelStride => (Height + (2 * Border)) * RowStride;

    /// <summary>Floats of the whole map.</summary>
    public int Length => Channels * ChannelStride;

    /// <summary>Where a vector starts; rows and columns count from the corner of the border.</summary>
    public int Offset(int channel, int row, int column)
        => (channel * ChannelStride) + (row * RowStride) + (column * LaneVector.Count);

    /// <summary>Copies maps without border into the middle; the border must be zero already and stays so.</summary>
    /// <param name="source">[Channels][Height][Width][16].</param>
    /// <param name="destination">The padded maps.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void CopyIn(ReadOnlySpan<float> source, Span<float> destination)
    {
        int length = Width * LaneVector.Count;
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int row = 0; row < Height; row++)
            {
                source[..length].CopyTo(destination[Offset(channel, row + Border, Border)..]);
                source = source[length..];
            }
        }
    }
}
