using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages.Sweeps;

/// <summary>What each setting does by itself.</summary>
internal sealed class EffectSection(SweepReport report) : Section("effects", "Main effects")
{
    /// <inheritdoc/>
    public override bool HasContent => report.Effects.Count > 0;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        markup.Element(
            "p",
            $"The accuracy on the {report.Images} images at every value of a setting, mean over all points that have it; the scale is that of all. "
            + "In a plan that is no full grid a mean may also show what else those points have in common.",
            ("class", "note"));
        Axis accuracy = PercentAxis.Covering(
            "Accuracy, %", report.Effects.SelectMany(static effect => effect.Levels).Select(static level => 100 * level.Accuracy));
        markup.Open("div", ("class", "pair-of-figures"));
        foreach ((int index, SettingEffect effect) in report.Effects.Index())
        {
            string spoken = string.Join("; ", effect.Levels.Select(static level => $"{level.Value}: {NumberText.Percent(level.Accuracy)} %"));
            LineChart chart = new(
                new ChartText($"effect-{index}", $"Main effect of {effect.Setting}", spoken),
                new CategoryAxis(effect.Setting, [.. effect.Levels.Select(static level => level.Value)]),
                accuracy,
                [
                    new LineSeries(
                        "mean", SeriesStyle.Stochastic, [.. effect.Levels.Select(static (level, at) => new PlotPoint(at, 100 * level.Accuracy))])
                    {
                        Marked = true,
                    },
                ]);
            new Figure(effect.Setting, null, chart).Write(markup);
        }

        markup.Close();
    }
}
