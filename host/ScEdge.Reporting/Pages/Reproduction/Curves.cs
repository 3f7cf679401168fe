using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Reproduction;

/// <summary>A figure of lines on logarithmic axes.</summary>
internal static class Curves
{
    /// <summary>Writes the figure with its legend.</summary>
    public static void Write(
        MarkupWriter markup, string id, string title, string detail, string titleX, string titleY, IReadOnlyList<Curve> curves)
    {
        List<LineSeries> series = [.. curves.Select(static (curve, index) => new LineSeries(
            curve.Name, SeriesStyle.Kind(index), [.. curve.Points.Select(static point => new PlotPoint(point.X, point.Y))]) { Marked = true })];
        double[] x = [.. curves.SelectMany(static curve => curve.Points).Select(static point => point.X)];
        double[] y = [.. curves.SelectMany(static curve => curve.Points).Select(static point => point.Y)];
        var text = new ChartText(id, $"{title} {detail}", $"{titleY} over {titleX}, {string.Join(", ", curves.Select(static curve => curve.Name))}.");
        LineChart chart = new(text, LogAxis.Covering(titleX, x.Min(), x.Max()), LogAxis.Covering(titleY, y.Min(), y.Max()), series);
        new Figure(title, detail, chart) { Legend = curves.Count > 1 ? [.. series.Select(LegendEntry.Of)] : [] }.Write(markup);
    }
}
