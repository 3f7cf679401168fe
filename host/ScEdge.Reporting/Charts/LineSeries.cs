using System.Collections.Generic;

namespace ScEdge.Reporting.Charts;

/// <summary>A line, with a band around it if it is the mean of several.</summary>
internal sealed record LineSeries(string Name, SeriesStyle Style, IReadOnlyList<PlotPoint> Points)
{
    /// <summary>Lower edge of the band, point for point; empty for a line without one.</summary>
    public IReadOnlyList<PlotPoint> Lower { get; init; } = [];

    /// <summary>Upper edge of the band, point for point.</summary>
    public IReadOnlyList<PlotPoint> Upper { get; init; } = [];

    /// <summary>Whether every point is marked.</summary>
    public bool Marked { get; init; }

    /// <summary>Whether the line is the one to look at.</summary>
    public bool Strong { get; init; }
}
