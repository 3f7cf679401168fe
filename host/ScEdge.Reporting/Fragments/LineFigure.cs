using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Fragments;

/// <summary>Lines over two axes with a legend, as the reports draw them, for a page that has their style sheet.</summary>
/// <param name="Id">Name of the drawing, unique on its page.</param>
/// <param name="Title">A few words.</param>
/// <param name="Description">One or two sentences for a screen reader: what is drawn against what, and what it shows.</param>
public sealed record LineFigure(string Id, string Title, string Description)
{
    /// <summary>Gets the horizontal axis.</summary>
    public required FigureAxis X { get; init; }

    /// <summary>Gets the upright axis.</summary>
    public required FigureAxis Y { get; init; }

    /// <summary>Gets the lines.</summary>
    public required IReadOnlyList<FigureLine> Lines { get; init; }

    /// <summary>Returns the figure as markup, every text in it escaped.</summary>
    public string ToMarkup()
    {
        LineSeries[] series = [.. Lines.Select(Series)];
        StringWriter text = new();
        new Figure(Title, null, new LineChart(new ChartText(Id, Title, Description), Axis(X), Axis(Y), series))
        {
            Legend = [.. series.Select(static one => one.Lower.Count > 0 ? new(one.Name, one.Style, LegendSample.Fill) : LegendEntry.Of(one))],
        }.WriteContent(new MarkupWriter(text));
        return text.ToString();
    }

    private static Axis Axis(FigureAxis axis) => axis.IsLogarithmic
        ? LogAxis.Covering(axis.Title, axis.Low, axis.High)
        : LinearAxis.Covering(axis.Title, axis.Low, axis.High);

    private static LineSeries Series(FigureLine line)
    {
        SeriesStyle style = SeriesStyle.Kind(line.Kind);
        return new(line.Name, style with { Marker = Marker.None, Dashed = style.Dashed || line.IsDashed }, Points(line.Points))
        {
            Lower = Points(line.Lower),
            Upper = Points(line.Upper),
            Strong = line.IsStrong,
        };
    }

    private static PlotPoint[] Points(IReadOnlyList<(double X, double Y)> points) =>
        [.. points.Where(static point => double.IsFinite(point.Y)).Select(static point => new PlotPoint(point.X, point.Y))];
}

/// <summary>An axis of a figure; it ends at round values that cover what it must.</summary>
/// <param name="Title">Quantity and unit.</param>
/// <param name="Low">Smallest value; positive where the axis is logarithmic.</param>
/// <param name="High">Largest value.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal factors.</param>
public sealed record FigureAxis(string Title, double Low, double High, bool IsLogarithmic = false);

/// <summary>A line of a figure, or, where its edges are given, a band.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Kind">Which of the six colours of the style sheet, from 0; from 6 on in dashed lines.</param>
/// <param name="Points">Its points; none for a band alone.</param>
public sealed record FigureLine(string Name, int Kind, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Gets the lower edge of a band, point for point.</summary>
    public IReadOnlyList<(double X, double Y)> Lower { get; init; } = [];

    /// <summary>Gets its upper edge.</summary>
    public IReadOnlyList<(double X, double Y)> Upper { get; init; } = [];

    /// <summary>Gets whether the line is dashed.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Gets whether it is the one to look at.</summary>
    public bool IsStrong { get; init; }
}
