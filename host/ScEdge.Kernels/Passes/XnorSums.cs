using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Makes sums over XNOR gates on bipolar streams from sums over AND gates: the rest of the twin of <see cref="ProductLayer.Forward"/> and
/// <see cref="ProductLayer.Backward"/>.
/// </summary>
/// <remarks>
/// Two streams with la and lw ones, A of them common, agree in C = N - la - lw + 2 A bits, so that 2 C - N = 4 A + (N - 2 la) - 2 lw. The kernels
/// of AND gates or of levels give A, with all signs plus and no number left out. Two sums are added: over the numbers of a window, which all
/// targets of a place share, and over its weights (<see cref="XnorWeights"/>). Holds memory to work in: one object for each thread.
/// </remarks>
public sealed class XnorSums
{
    private readonly MapReach _reach;
    private readonly RectangleSums _rectangles;
    private readonly int[] _plane;
    private readonly int[] _excess;

    /// <summary>Makes room for a layer.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="forward">Whether it serves the forward pass; otherwise the backward pass.</param>
    public XnorSums(WindowShape shape, bool forward)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _reach = new MapReach(shape, forward);
        _rectangles = new RectangleSums(_reach.SourceHeight, _reach.SourceWidth);
        _plane = new int[_reach.SourceHeight * _reach.SourceWidth];
        _excess = new int[_reach.TargetHeight * _reach.TargetWidth];
    }

    /// <summary>Makes the sums.</summary>
    /// <param name="ones">Ones of each number of the source map: inputs, or errors of the outputs.</param>
    /// <param name="length">N.</param>
    /// <param name="weights">Ones of the weights, complete.</param>
    /// <param name="targets">The sums of AND, which become those of XNOR.</param>
    public void Complete(ReadOnlySpan<int> ones, int length, XnorWeights weights, Span<int> targets)
    {
        ArgumentNullException.ThrowIfNull(weights);
        FillExcess(ones, length);
        int area = _excess.Length;
        for (int target = 0; target < _reach.Targets; target++)
        {
            Span<int> sums = targets.Slice(target * area, area);
            ReadOnlySpan<int> weightOnes = weights.Sums.Slice(target * area, area);
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] = (4 * sums[i]) + _excess[i] - (2 * weightOnes[i]);
            }
        }
    }

    /// <summary>Adds up zeros less ones, N - 2 la, of all numbers that a place of the targets meets.</summary>
    private void FillExcess(ReadOnlySpan<int> ones, int length)
    {
        Array.Fill(_plane, _reach.Sources * length);
        for (int first = 0; first < ones.Length; first += _plane.Length)
        {
            ReadOnlySpan<int> channel = ones.Slice(first, _plane.Length);
            for (int i = 0; i < channel.Length; i++)
            {
                _plane[i] -= 2 * channel[i];
            }
        }

        _rectangles.Fill(_plane);
        int place = 0;
        for (int y = 0; y < _reach.TargetHeight; y++)
        {
            TapRange rows = _reach.SourceRows(y);
            for (int x = 0; x < _reach.TargetWidth; x++)
            {
                _excess[place++] = _rectangles.Of(rows, _reach.SourceColumns(x));
            }
        }
    }
}
