using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The levels of a layer's weights as <see cref="ScatterLevelKernel"/> reads them: all that meet one number of a map side by side, in the
/// order in which their products go to the sums.
/// </summary>
/// <remarks>
/// [source channel][copy][row of the window][place in the row][target channel]; forward a source is a channel of the input and the window is
/// turned by half, backward a source is an output. A row is filled up to whole groups of <see cref="LevelProducts.Group"/> with signs of zero, copies
/// as <see cref="ScatterFrames"/> says.
/// </remarks>
public sealed unsafe class WeightLevels
{
    private readonly ScatterFrames _frames;

    // Place of each weight of the tensor in the first copy.
    private readonly int[] _places;
    private readonly WordBuffer _pairs;

    /// <summary>Makes room for the levels of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
    public WeightLevels(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        _frames = new ScatterFrames(shape, forward);
        _pairs = new WordBuffer(_frames.Sources * _frames.SourceStride / (sizeof(uint) / sizeof(ushort)));
        _places = new int[shape.Outputs * shape.Taps];
        for (int i = 0; i < _places.Length; i++)
        {
            _places[i] = PlaceOf(i, forward);
        }
    }

    /// <summary>Gets the windows.</summary>
    public WindowShape Shape { get; }

    /// <summary>Gets the sequence that the weights share.</summary>
    public SortedSequence Sequence { get; } = new();

    /// <summary>The weights as <see cref="LevelSpan.Pair"/> makes them.</summary>
    internal ushort* Pairs => (ushort*)_pairs.Words;

    /// <summary>Puts levels in their places.</summary>
    /// <param name="first">Index of the first weight in its tensor.</param>
    /// <param name="weights">Successive weights.</param>
    public void Fill(int first, LevelSpan weights)
    {
        ReadOnlySpan<int> places = _places.AsSpan(first, weights.Levels.Length);
        ReadOnlySpan<byte> levels = weights.Levels;
        ReadOnlySpan<sbyte> signs = weights.Signs;
        for (int copy = 0; copy < _frames.Copies; copy++)
        {
            ushort* pairs = Pairs + (copy * (_frames.CopyStride + _frames.Targets));
            for (int i = 0; i < levels.Length && i < places.Length && i < signs.Length; i++)
            {
                pairs[places[i]] = LevelSpan.Pair(levels[i], signs[i]);
            }
        }
    }

    private int PlaceOf(int index, bool forward)
    {
        (int output, int tap) = Math.DivRem(index, Shape.Taps);
        (int row, int x) = Math.DivRem(tap, Shape.KernelWidth);
        (int channel, int y) = Math.DivRem(row, Shape.KernelHeight);
        int rowStride = _frames.GroupsPerRow * LevelProducts.Group;
        return forward
            ? (channel * _frames.SourceStride) + ((Shape.KernelHeight - 1 - y) * rowStride) + ((Shape.KernelWidth - 1 - x) * _frames.Targets) + output
            : (output * _frames.SourceStride) + (y * rowStride) + (x * _frames.Targets) + channel;
    }
}
