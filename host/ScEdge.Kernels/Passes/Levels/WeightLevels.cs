using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The levels of a layer's weights as <see cref="ScatterLevelKernel"/> reads them: all that meet one number of a map side by side, in the
/// order in which their products go to the sums.
/// </summary>
/// <remarks>
/// [source channel][row of the window][place in the row][target channel]; forward a source is a channel of the input and the window is
/// turned by half, backward a source is an output. A row is filled up to whole groups of <see cref="LevelProducts.Group"/> with signs of zero.
/// </remarks>
public sealed unsafe class WeightLevels
{
    private const int Group = LevelProducts.Group;

    // Place of each weight of the tensor.
    private readonly int[] _places;
    private readonly WordBuffer _pairs;

    /// <summary>Makes room for the levels of a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
    public WeightLevels(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        Sources = forward ? shape.Channels : shape.Outputs;
        Targets = forward ? shape.Outputs : shape.Channels;
        GroupsPerRow = GroupsOf(shape.KernelWidth * Targets);
        SourceStride = shape.KernelHeight * GroupsPerRow * Group;
        _pairs = new WordBuffer(Sources * SourceStride / (sizeof(uint) / sizeof(ushort)));
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

    /// <summary>Channels that the numbers come from.</summary>
    internal int Sources { get; }

    /// <summary>Channels that the sums belong to.</summary>
    internal int Targets { get; }

    internal int GroupsPerRow { get; }

    /// <summary>From the weights of a source to those of the next: whole groups.</summary>
    internal int SourceStride { get; }

    /// <summary>The weights as <see cref="LevelSpan.CopyPairsTo"/> writes them.</summary>
    internal ushort* Pairs => (ushort*)_pairs.Words;

    /// <summary>Returns how many groups a row of weights takes.</summary>
    internal static int GroupsOf(int lanes) => (lanes + Group - 1) / Group;

    /// <summary>Puts levels in their places.</summary>
    /// <param name="first">Index of the first weight in its tensor.</param>
    /// <param name="weights">Successive weights.</param>
    public void Fill(int first, LevelSpan weights)
    {
        ReadOnlySpan<int> places = _places.AsSpan(first, weights.Levels.Length);
        ReadOnlySpan<byte> levels = weights.Levels;
        ReadOnlySpan<sbyte> signs = weights.Signs;
        ushort* pairs = Pairs;
        for (int i = 0; i < levels.Length && i < places.Length && i < signs.Length; i++)
        {
            pairs[places[i]] = LevelSpan.Pair(levels[i], signs[i]);
        }
    }

    private int PlaceOf(int index, bool forward)
    {
        (int output, int tap) = Math.DivRem(index, Shape.Taps);
        (int row, int x) = Math.DivRem(tap, Shape.KernelWidth);
        (int channel, int y) = Math.DivRem(row, Shape.KernelHeight);
        int rowStride = GroupsPerRow * Group;
        return forward
            ? (channel * SourceStride) + ((Shape.KernelHeight - 1 - y) * rowStride) + ((Shape.KernelWidth - 1 - x) * Targets) + output
            : (output * SourceStride) + (y * rowStride) + (x * Targets) + channel;
    }
}
