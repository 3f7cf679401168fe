using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The ones of bipolar weights, added up for every sum of a layer: the weights' part of what makes sums of XNOR from sums of AND.
/// </summary>
/// <remarks>See <see cref="XnorSums"/>.</remarks>
public sealed class XnorWeights
{
    private readonly WindowShape _shape;
    private readonly bool _forward;
    private readonly MapReach _reach;
    private readonly RectangleSums _windows;
    private readonly int[] _window;
    private readonly int[] _ones;
    private readonly int[] _sums;

    /// <summary>Makes room for a layer's weights.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether they serve the forward pass; otherwise the backward pass.</param>
    public XnorWeights(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        _forward = forward;
        _reach = new MapReach(shape, forward);
        _windows = new RectangleSums(shape.KernelHeight, shape.KernelWidth);
        _window = new int[shape.KernelHeight * shape.KernelWidth];
        _ones = new int[shape.Outputs * shape.Taps];
        _sums = new int[forward ? shape.OutputCount : shape.InputCount];
    }

    /// <summary>Gets the ones of the weights that each target meets, [channel][row][column].</summary>
    internal ReadOnlySpan<int> Sums => _sums;

    /// <summary>Returns where the ones of successive weights go; threads may fill different parts.</summary>
    /// <param name="first">Index of the first weight in its tensor.</param>
    /// <param name="count">How many.</param>
    public Span<int> Of(int first, int count) => _ones.AsSpan(first, count);

    /// <summary>Adds the ones up once those of all weights are there.</summary>
    public void Complete()
    {
        int place = 0;
        for (int target = 0; target < _reach.Targets; target++)
        {
            AddSources(target);
            _windows.Fill(_window);
            for (int y = 0; y < _reach.TargetHeight; y++)
            {
                TapRange rows = _reach.TapRows(y);
                for (int x = 0; x < _reach.TargetWidth; x++)
                {
                    _sums[place++] = _windows.Of(rows, _reach.TapColumns(x));
                }
            }
        }
    }

    /// <summary>Adds the windows of a target up over all sources.</summary>
    private void AddSources(int target)
    {
        Array.Clear(_window);
        int area = _window.Length;
        for (int source = 0; source < _reach.Sources; source++)
        {
            (int output, int channel) = _forward ? (target, source) : (source, target);
            ReadOnlySpan<int> ones = _ones.AsSpan((output * _shape.Taps) + (channel * area), area);
            for (int tap = 0; tap < area; tap++)
            {
                _window[_forward ? area - 1 - tap : tap] += ones[tap];
            }
        }
    }
}
