using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Accuracy drop against a cost: a named point with its interval for each configuration, and the Pareto front.</summary>
/// <remarks>A configuration is on the front if no other is at least as cheap and at least as accurate, and better in one.</remarks>
internal sealed class TradeOffChart(ChartText text, Axis costAxis, IReadOnlyList<TradeOff> configurations, Func<TradeOff, double> cost)
    : Chart(text)
{
    private const string DropTitle = "Accuracy drop, points";

    private readonly PlotFrame _frame = new(
        costAxis,
        LinearAxis.Covering(
            DropTitle,
            Math.Min(configurations.Min(static one => one.DropPoints - one.HalfWidth95), 0),
            configurations.Max(static one => one.DropPoints + one.HalfWidth95)));

    /// <inheritdoc/>
    public override double Width => _frame.Width;

    /// <inheritdoc/>
    public override double Height => _frame.Height;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("name", costAxis.Title, DropTitle, "half width of the 95 % interval, points", "on the front");
            foreach (TradeOff one in configurations)
            {
                table.Add(one.Name, cost(one), one.DropPoints, one.HalfWidth95, IsOnFront(one) ? "yes" : "no");
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        PlotFrame frame = _frame;
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
                $"{one.Name}: {NumberText.Significant(cost(one))}, "
                + $"{NumberText.Fixed(one.DropPoints, 2)} ± {NumberText.Fixed(one.HalfWidth95, 2)} points",
                size: 5);

            // Neighbours may lie close: their names stand above and below in turn.
            Shapes.Label(markup, "tick bold", x + 8, frame.AtY(one.DropPoints) + (above ? -7 : 16), one.Name);
            above = !above;
        }
    }

    private bool IsOnFront(TradeOff one) => !configurations.Any(other =>
        cost(other) <= cost(one) && other.DropPoints <= one.DropPoints && (cost(other) < cost(one) || other.DropPoints < one.DropPoints));
}
