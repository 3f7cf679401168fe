using System;
using System.Collections.Generic;

namespace ScEdge.Playground.Drawing;

/// <summary>Lines that a pen left on a square sheet.</summary>
/// <param name="Lines">The lines; each one or more points, coordinates 0 to 1 from the upper left.</param>
public sealed record Strokes(IReadOnlyList<IReadOnlyList<(double X, double Y)>> Lines)
{
    /// <summary>Nothing drawn.</summary>
    public static Strokes None { get; } = new([]);

    /// <summary>Gets whether there is nothing.</summary>
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Reads numbers as they come from the sheet: x, y, x, y, ..., with a pair of negative ones between two lines.</summary>
    public static Strokes Of(IReadOnlyList<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        List<IReadOnlyList<(double X, double Y)>> lines = [];
        List<(double X, double Y)> line = [];
        for (int i = 0; i + 1 < numbers.Count; i += 2)
        {
            if (numbers[i] < 0)
            {
                Add(lines, line);
                line = [];
            }
            else
            {
                line.Add((numbers[i], numbers[i + 1]));
            }
        }

        Add(lines, line);
        return new Strokes(lines);
    }

    private static void Add(List<IReadOnlyList<(double X, double Y)>> lines, List<(double X, double Y)> line)
    {
        if (line.Count > 0)
        {
            lines.Add(line);
        }
    }
}
