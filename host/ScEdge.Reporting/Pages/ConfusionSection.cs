using System;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Figures;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Pages;

/// <summary>Which classes are taken for which, as a matrix and as two short lists.</summary>
internal sealed class ConfusionSection(RunReport report) : Section("confusions", "Confusions")
{
    private const int MostPairs = 8;
    private const int MostClasses = 6;

    /// <inheritdoc/>
    public override bool HasContent => report.Confusion is not null;

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        ConfusionPanel panel = report.Confusion!;
        var map = new ConfusionHeatMap(
            new ChartText(
                "confusion",
                "Confusion matrix",
                $"A row per true class and a column per predicted class, {panel.ClassNames.Count} of each; "
                + "the diagonal holds what was read correctly."),
            panel);
        if (panel.Caption is not null)
        {
            markup.Element("p", panel.Caption, ("class", "note"));
        }

        markup.Open("div", ("class", map.Dense ? "matrix-and-lists wide" : "matrix-and-lists"));
        string errors = map.LargestError > 0
            ? $"Errors, up to {NumberText.Whole(map.LargestError)} in a cell (square-root scale)"
            : "Errors (none)";
        new Figure("Confusion matrix", "test images", map)
        {
            Legend =
            [
                new("Read correctly", new SeriesStyle("s-right", Marker.None), LegendSample.Fill),
                new(errors, new SeriesStyle("s-wrong", Marker.None), LegendSample.Fill),
            ],
            Frame = map.Dense ? WriteScrolling : null,
        }.Write(markup);

        markup.Open("div", ("class", "lists"));
        WriteConfusions(markup, panel);
        WriteHardest(markup, panel);
        markup.Close();
        markup.Close();
    }

    private static void WriteScrolling(MarkupWriter markup, Action draw)
    {
        markup.Element("p", "Scroll sideways to see all columns.", ("class", "small-note narrow-only"));
        markup.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Confusion matrix, scrolls sideways"));
        draw();
        markup.Close();
    }

    private static void WriteConfusions(MarkupWriter markup, ConfusionPanel panel)
    {
        Confusion[] confusions = [.. panel.Matrix.Confusions.Take(MostPairs)];
        if (confusions.Length == 0)
        {
            return;
        }

        DataTable.Open(markup, "Most frequent confusions", "True", "Read as", "Times", "Share of class, %");
        foreach (Confusion one in confusions)
        {
            DataTable.Row(
                markup, panel.ClassNames[one.Actual], panel.ClassNames[one.Predicted], NumberText.Whole(one.Count), NumberText.Percent(one.Share));
        }

        DataTable.Close(markup);
    }

    private static void WriteHardest(MarkupWriter markup, ConfusionPanel panel)
    {
        DataTable.Open(markup, "Hardest classes", "Class", "Images", "Read correctly, %");
        foreach (ClassRecall one in panel.Matrix.Recalls.Take(MostClasses))
        {
            DataTable.Row(markup, panel.ClassNames[one.Actual], NumberText.Whole(one.Images), NumberText.Percent(one.Share));
        }

        DataTable.Close(markup);
    }
}
