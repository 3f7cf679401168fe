using System;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// Sums over rectangles of a plane, four look-ups each (F. Crow, "Summed-Area Tables for Texture Mapping", 1984).
/// </summary>
internal sealed class RectangleSums(int height, int width)
{
    // [row][column], one more of each: what lies above and to the left.
    private readonly int[] _sums = new int[(height + 1) * (width + 1)];

    /// <summary>Takes a plane.</summary>
    /// <param name="plane">Numbers, row by row.</param>
    public void Fill(ReadOnlySpan<int> plane)
    {
        int above = 0;
        int place = width + 2;
        for (int y = 0; y < height; y++, place++)
        {
            int row = 0;
            for (int x = 0; x < width; x++, above++, place++)
            {
                row += plane[above];
                _sums[place] = _sums[place - width - 1] + row;
            }
        }
    }

    /// <summary>Returns the sum over a rectangle.</summary>
    public int Of(TapRange rows, TapRange columns) => rows.Count == 0 || columns.Count == 0
        ? 0
        : _sums[(rows.End * (width + 1)) + columns.End] - _sums[(rows.End * (width + 1)) + columns.First]
            - _sums[(rows.First * (width + 1)) + columns.End] + _sums[(rows.First * (width + 1)) + columns.First];
}
