using System;
using System.Collections.Generic;

namespace ScEdge.Silicon.Liberty;

/// <summary>A table of delays, transitions or energies over one or two quantities, linear between its points and beyond its ends.</summary>
/// <remarks>
/// The first quantity is the transition time of the input or, of a constraint, of the clock; the second the load of the output or, of a
/// constraint, the transition time of the data. Beyond the last points the slope of the last segment goes on, as static timing tools do
/// (Synopsys, Liberty User Guide, "Lookup tables").
/// </remarks>
public sealed class LookupTable
{
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _values;

    /// <summary>Makes a table.</summary>
    /// <param name="first">Points of the first quantity, rising; one point where the table does not depend on it.</param>
    /// <param name="second">Points of the second quantity, likewise.</param>
    /// <param name="values">Values, the second quantity running first.</param>
    /// <exception cref="ArgumentException">The number of values is not that of the points.</exception>
    public LookupTable(double[] first, double[] second, double[] values)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(values);
        _first = first;
        _second = second;
        _values = values.Length == first.Length * second.Length ? values
            : throw new ArgumentException($"{values.Length} values do not fill {first.Length} x {second.Length} points.", nameof(values));
    }

    /// <summary>Gets the points of the first quantity.</summary>
    public IReadOnlyList<double> First => _first;

    /// <summary>Gets the points of the second quantity.</summary>
    public IReadOnlyList<double> Second => _second;

    /// <summary>Gets the values, the second quantity running first.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Returns the value at a place.</summary>
    /// <param name="first">First quantity: a transition time; ns.</param>
    /// <param name="second">Second quantity: a load in fF, or a transition time in ns.</param>
    public double At(double first, double second)
    {
        (int row, double down) = Place(_first, first);
        (int column, double right) = Place(_second, second);
        double upper = Row(row, column, right);
        return down == 0 ? upper : upper + (down * (Row(row + 1, column, right) - upper));
    }

    private double Row(int row, int column, double right)
    {
        double left = _values[(row * _second.Length) + column];
        return right == 0 ? left : left + (right * (_values[(row * _second.Length) + column + 1] - left));
    }

    /// <summary>Returns the segment of a place and how far along it lies; below 0 and above 1 beyond the ends.</summary>
    private static (int Segment, double Share) Place(double[] points, double at)
    {
        if (points.Length == 1)
        {
            return (0, 0);
        }

        int segment = 0;
        while (segment < points.Length - 2 && points[segment + 1] <= at)
        {
            segment++;
        }

        return (segment, (at - points[segment]) / (points[segment + 1] - points[segment]));
    }
}
