using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Rounding;

/// <summary>
/// The numbers of a map as a matrix with a row for each tap and a column for each window; zero where a tap lies outside of the map.
/// </summary>
internal sealed class WindowMatrix
{
    private readonly WindowShape _shape;
    private readonly int[] _indices;

    /// <summary>Makes the matrix.</summary>
    /// <param name="shape">Windows.</param>
    public WindowMatrix(WindowShape shape)
    {
        _shape = shape;
        Stride = ExactMatrix.Stride(shape.Positions);
        Numbers = new double[shape.Taps * Stride];
        _indices = new int[shape.Taps * shape.Positions];
        for (int i = 0; i < _indices.Length; i++)
        {
            _indices[i] = shape.InputIndex(i % shape.Positions, i / shape.Positions);
        }
    }

    /// <summary>Gets the numbers from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Gets the numbers. The backing array.</summary>
    public double[] Numbers { get; }

    /// <summary>Brings the numbers of a map to all windows that they are in.</summary>
    public void Spread(ReadOnlySpan<double> map)
    {
        int positions = _shape.Positions;
        for (int tap = 0; tap < _shape.Taps; tap++)
        {
            ReadOnlySpan<int> indices = _indices.AsSpan(tap * positions, positions);
            Span<double> row = Numbers.AsSpan(tap * Stride, positions);
            for (int position = 0; position < indices.Length; position++)
            {
                int index = indices[position];
                row[position] = index < 0 ? 0 : map[index];
            }
        }
    }

    /// <summary>Adds up, for every number of a map, what the windows say that it is in.</summary>
    /// <param name="map">Receives the sums.</param>
    public void Gather(Span<double> map)
    {
        map.Clear();
        int positions = _shape.Positions;
        for (int tap = 0; tap < _shape.Taps; tap++)
        {
            ReadOnlySpan<int> indices = _indices.AsSpan(tap * positions, positions);
            ReadOnlySpan<double> row = Numbers.AsSpan(tap * Stride, positions);
            for (int position = 0; position < indices.Length; position++)
            {
                int index = indices[position];
                if (index >= 0)
                {
                    map[index] += row[position];
                }
            }
        }
    }
}
