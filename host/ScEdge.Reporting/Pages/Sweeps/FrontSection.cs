using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Sweeps;

/// <summary>Accuracy against energy, and the points that none surpasses in both.</summary>
internal sealed class FrontSection(SweepReport report) : Section("front", "Accuracy and energy")
{
    private readonly IReadOnlyList<SweepMark> _points = [.. report.Points.Where(static point => point.EnergyJoules > 0)];

    /// <inheritdoc/>
    public override bool HasContent => _points.Count > 1;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            $"Each mark is a point, the mean of its seeds; it leads to the report of its first run. The dashed line joins those that none surpasses: "
            + $"no other is as accurate on the {report.Images} images at no more energy, and better in one of the two.",
            ("class", "note"));
        string spoken = "Not surpassed: " + string.Join("; ", _points.Where(static point => point.IsOnFront).Select(static point => point.Name));
        new Figure(
            "Accuracy",
            "against the energy of a training's stochastic circuits",
            new SweepFrontChart(
                new ChartText("front-chart", "Accuracy against energy", spoken), $"Accuracy on the {report.Images} images, %", _points))
            .Write(markup);
    }
}
