using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Accuracy drop against a cost: a named point with its interval for each configuration, and the Pareto front.</summary>
/// <remarks>A configuration is on the front if no other is at least as cheap and at least as accurate, and better in one.</remarks>
internal sealed class TradeOffChart(ChartText text, Axis costAxis, IReadOnlyList<TradeOff> configurations, Func<TradeOff, double> cost)
{
    /// <summary>Draws the chart.</summary>
    public void Write(MarkupWriter markup)
    {
        double low = configurations.Min(one => one.DropPoints - one.HalfWidth95);
        double high = configurations.Max(one => one.DropPoints + one.HalfWidth95);
        var frame = new PlotFrame(
            costAxis,
            LinearAxis.Covering("Accuracy drop, points", Math.Min(low, 0), high));
        Drawing.Open(markup, text, "plot", frame.Width, frame.Height);
        frame.Write(markup);
        PlotPoint[] front = [.. configurations.Where(IsOnFront).OrderBy(cost).Select(one => frame.At(new PlotPoint(cost(one), one.DropPoints)))];
        markup.Leaf("path", ("class", SeriesStyle.Stochastic.ColourClass + " line thin dashed"), ("d", Shapes.Path(front)));
        bool above = true;
        foreach (TradeOff one in configurations.OrderBy(cost))
        {
            double x = frame.AtX(cost(one));
            Shapes.Line(
                markup,
                SeriesStyle.Stochastic.ColourClass + " whisker",
                x,
                frame.AtY(one.DropPoints - one.HalfWidth95),
                x,
                frame.AtY(one.DropPoints + one.HalfWidth95));
            Shapes.Mark(
                markup,
                SeriesStyle.Stochastic,
                x,
                frame.AtY(one.DropPoints),
                $"{one.Name}: {NumberText.Significant(cost(one))}, {NumberText.Fixed(one.DropPoints, 2)} points",
                size: 5);

            // Neighbours may lie close: their names stand above and below in turn.
            Shapes.Label(markup, "tick bold", x + 8, frame.AtY(one.DropPoints) + (above ? -7 : 16), one.Name);
            above = !above;
        }

        markup.Close();
    }

    private bool IsOnFront(TradeOff one) => !configurations.Any(other =>
        cost(other) <= cost(one) && other.DropPoints <= one.DropPoints && (cost(other) < cost(one) || other.DropPoints < one.DropPoints));
}
