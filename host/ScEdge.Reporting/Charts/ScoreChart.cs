using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Charts;

/// <summary>Scores of classes as bars from zero to either side, with the standard deviation of one reading; the leader stands out.</summary>
internal sealed class ScoreChart(ChartText text, IReadOnlyList<ClassScore> scores, int leader) : Chart(text)
{
    private const double Right = 450;

    private readonly double _left = 22 + (8.3 * Math.Max(2, scores.Max(static one => one.Name.Length)));

    // Many classes stand closer.
    private readonly double _row = scores.Count <= 16 ? 27 : 17;
    private readonly double _low = scores.Select(static one => one.Mean - one.Deviation).Append(0).Min();
    private readonly double _high = scores.Select(static one => one.Mean + one.Deviation).Append(1).Max();

    /// <inheritdoc/>
    public override string Look => scores.Count <= 16 ? "plot scores" : "plot scores many";

    /// <inheritdoc/>
    public override double Width => PlotFrame.StandardWidth;

    /// <inheritdoc/>
    public override double Height => (_row * scores.Count) + 4;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("class", "mean score", "standard deviation of a reading");
            foreach (ClassScore one in scores)
            {
                table.Add(one.Name, one.Mean, one.Deviation);
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public override void Draw(MarkupWriter markup)
    {
        Shapes.Line(markup, "axis", At(0), 0, At(0), _row * scores.Count);
        for (int i = 0; i < scores.Count; i++)
        {
            ClassScore one = scores[i];
            double y = i * _row;
            string tip = string.Create(CultureInfo.InvariantCulture, $"{one.Name}: {one.Mean:0.00} ± {one.Deviation:0.00}");
            Shapes.Label(markup, i == leader ? "tick bold" : "tick", _left - 10, y + (_row / 2) + 4, one.Name, "end");
            Shapes.Rectangle(
                markup, i == leader ? "score leader" : "score", At(Math.Min(0, one.Mean)), y + (_row * 0.18),
                At(Math.Max(0, one.Mean)) - At(Math.Min(0, one.Mean)), _row * 0.64, tip);
            Shapes.Line(markup, "score-spread", At(one.Mean - one.Deviation), y + (_row / 2), At(one.Mean + one.Deviation), y + (_row / 2));
        }
    }

    private double At(double value) => _left + ((value - _low) / (_high - _low) * (Right - _left));
}
