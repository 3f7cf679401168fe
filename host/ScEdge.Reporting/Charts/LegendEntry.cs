namespace ScEdge.Reporting.Charts;

/// <summary>A name in a legend.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Style">How that is drawn.</param>
/// <param name="Sample">What is shown before the name.</param>
internal sealed record LegendEntry(string Name, SeriesStyle Style, LegendSample Sample)
{
    /// <summary>A piece of the line of a series, with its mark where its points are marked.</summary>
    public static LegendEntry Of(LineSeries series) =>
        new(series.Name, series.Style with { Marker = series.Marked ? series.Style.Marker : Marker.None }, LegendSample.Line);
}

/// <summary>Kind of sample before a name.</summary>
internal enum LegendSample
{
    /// <summary>A piece of line, with the series' mark if it has one.</summary>
    Line,

    /// <summary>The mark alone.</summary>
    Mark,

    /// <summary>A filled square.</summary>
    Fill,
}
