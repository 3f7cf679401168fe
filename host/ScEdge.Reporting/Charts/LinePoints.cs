using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;

namespace ScEdge.Reporting.Charts;

/// <summary>The points of lines: as a table, and as what is read along the chart.</summary>
internal static class LinePoints
{
    // Narrower strips than about eight pixels could not be met with a pointer.
    private const int MostStrips = 48;

    /// <summary>Lists the points, with the edges of their band where there is one.</summary>
    public static PointTable Of(Axis x, Axis y, IReadOnlyList<LineSeries> series)
    {
        PointTable table = new("series", x.Title, y.Title, "lowest", "highest");
        foreach (LineSeries one in series)
        {
            IReadOnlyList<PlotPoint> places = one.Points.Count > 0 ? one.Points : one.Lower;
            for (int i = 0; i < places.Count; i++)
            {
                bool hasBand = i < one.Lower.Count;
                table.Add(
                    one.Name,
                    x.Name(places[i].X),
                    one.Points.Count > 0 ? places[i].Y : null,
                    hasBand ? one.Lower[i].Y : null,
                    hasBand ? one.Upper[i].Y : null);
            }
        }

        return table;
    }

    /// <summary>Divides the chart into strips around the points of its lines; each names of every line the point nearest to its middle.</summary>
    public static IEnumerable<HoverStrip> Strips(PlotFrame frame, IReadOnlyList<LineSeries> series)
    {
        LineSeries[] lines = [.. series.Where(static one => one.Points.Count > 0)];
        double[] places = Thinned([.. lines.SelectMany(static one => one.Points).Select(static point => point.X)
            .Where(x => frame.X.Fraction(x) is >= 0 and <= 1).Distinct().Order()]);
        for (int i = 0; i < places.Length; i++)
        {
            double middle = frame.AtX(places[i]);
            double left = i == 0 ? frame.Left : (frame.AtX(places[i - 1]) + middle) / 2;
            double right = i == places.Length - 1 ? frame.Right : (frame.AtX(places[i + 1]) + middle) / 2;
            IEnumerable<string> values = lines
                .Select(one => (Line: one, Point: one.Points.MinBy(point => Math.Abs(frame.AtX(point.X) - middle))))
                .Where(one => frame.AtX(one.Point.X) is var x && x >= left - 0.01 && x <= right + 0.01)
                .Select(static one => $"{one.Line.Name}: {NumberText.Precise(one.Point.Y)}");
            yield return new HoverStrip(left, right, $"{frame.X.Title} {frame.X.Text(places[i])}\n{string.Join('\n', values)}");
        }
    }

    private static double[] Thinned(double[] places)
    {
        int every = (places.Length + MostStrips - 1) / MostStrips;
        return every <= 1 ? places : [.. places.Where((_, index) => index % every == 0 || index == places.Length - 1)];
    }
}
