using System;
using System.Numerics;
using System.Runtime.InteropServices;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// The forward sums of a plane whose numbers are all the same: within a row of windows they differ at the padding alone.
/// </summary>
/// <param name="shape">Windows.</param>
/// <param name="frames">Layout of the weights.</param>
internal sealed unsafe class BackgroundSums(WindowShape shape, ScatterFrames frames)
{
    private readonly RectangleSums _taps = new(shape.KernelHeight, shape.KernelWidth);
    private readonly int[] _products = new int[shape.KernelHeight * shape.KernelWidth];
    private readonly TapKinds _rows = new(shape.OutputHeight, shape.Padding, shape.Height, shape.KernelHeight);
    private readonly TapKinds _columns = new(shape.OutputWidth, shape.Padding, shape.Width, shape.KernelWidth);
    private readonly int[] _sums = new int[shape.OutputWidth];
    private readonly int[] _line = new int[shape.OutputWidth];

    /// <summary>Adds the sums.</summary>
    /// <param name="number">The number: any place, and its level less one.</param>
    /// <param name="sign">Its sign.</param>
    /// <param name="weights">First copy of the weights of the plane's channel.</param>
    /// <param name="table">Counts, rows by the map's sequence.</param>
    /// <param name="targets">The sums, [output][row][column].</param>
    public void AddTo(ListedNumber number, int sign, ushort* weights, LevelTable table, Span<int> targets)
    {
        int width = shape.OutputWidth;
        int place = 0;
        for (int output = 0; output < shape.Outputs; output++)
        {
            FillTaps(number, sign, weights + output, table);
            for (int y = 0; y < shape.OutputHeight; y++, place += width)
            {
                if (y == 0 || _rows.KindOf[y] != _rows.KindOf[y - 1])
                {
                    FillLine(_rows.Kinds[_rows.KindOf[y]]);
                }

                AddLine(targets.Slice(place, width));
            }
        }
    }

    /// <summary>Takes the products with the weights of an output, which stand turned by half.</summary>
    private void FillTaps(ListedNumber number, int sign, ushort* weights, LevelTable table)
    {
        int rowStride = frames.GroupsPerRow * LevelProducts.Group;
        byte* row = table.Rows + (number.Level * table.Stride);
        bool isLast = number.Level == table.Length - 1;
        for (int tap = 0; tap < _products.Length; tap++)
        {
            (int y, int x) = Math.DivRem(_products.Length - 1 - tap, shape.KernelWidth);
            ushort weight = weights[(y * rowStride) + (x * frames.Targets)];
            int product = LevelProducts.Product(row, weight) + (isLast ? LevelProducts.Product(row - table.Stride, weight) : 0);
            _products[tap] = sign * product;
        }

        _taps.Fill(_products);
    }

    private void FillLine(TapRange rows)
    {
        for (int kind = 0; kind < _columns.Kinds.Length; kind++)
        {
            _sums[kind] = _taps.Of(rows, _columns.Kinds[kind]);
        }

        int[] kinds = _columns.KindOf;
        int[] line = _line;
        for (int x = 0; x < line.Length; x++)
        {
            line[x] = _sums[kinds[x]];
        }
    }

    private void AddLine(Span<int> targets)
    {
        Span<Vector<int>> sums = MemoryMarshal.Cast<int, Vector<int>>(targets);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += new Vector<int>(_line, i * Vector<int>.Count);
        }

        for (int x = sums.Length * Vector<int>.Count; x < targets.Length; x++)
        {
            targets[x] += _line[x];
        }
    }
}
