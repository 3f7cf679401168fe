using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Charts;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;

namespace ScEdge.Reporting.Pages;

/// <summary>Which classes are taken for which, as a matrix and as two short lists.</summary>
internal sealed class ConfusionSection(RunReport report) : Section("confusions", "Confusions")
{
    private const int MostPairs = 8;
    private const int MostClasses = 6;

    /// <inheritdoc/>
    public override bool HasContent => report.Confusion is { ClassNames.Count: > 0 };

    /// <inheritdoc/>
    protected override void WriteContent(MarkupWriter markup)
    {
        ConfusionMatrix matrix = report.Confusion!;
        var map = new ConfusionHeatMap(
            new ChartText(
                "confusion",
                "Confusion matrix",
                $"A row per true class and a column per predicted class, {matrix.ClassNames.Count} of each; the diagonal holds what was read correctly."),
            matrix);
        if (matrix.Caption is not null)
        {
            markup.Element("p", matrix.Caption, ("class", "note"));
        }

        markup.Open("div", ("class", map.Dense ? "matrix-and-lists wide" : "matrix-and-lists"));
        OpenFigure(markup, "Confusion matrix", "test images");
        string errors = map.LargestError > 0
            ? $"Errors, up to {NumberText.Whole(map.LargestError)} in a cell (square-root scale)"
            : "Errors (none)";
        Legend.Write(
            markup,
            [
                ("Read correctly", new SeriesStyle("s-right", Marker.None), Legend.Sample.Fill),
                (errors, new SeriesStyle("s-wrong", Marker.None), Legend.Sample.Fill),
            ]);
        if (map.Dense)
        {
            markup.Element("p", "Scroll sideways to see all columns.", ("class", "small-note narrow-only"));
            markup.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", "Confusion matrix, scrolls sideways"));
        }
        else
        {
            markup.Open("div");
        }

        map.Write(markup);
        markup.Close();
        markup.Close();

        markup.Open("div", ("class", "lists"));
        WriteConfusions(markup, matrix);
        WriteHardest(markup, matrix);
        markup.Close();
        markup.Close();
    }

    private static void WriteConfusions(MarkupWriter markup, ConfusionMatrix matrix)
    {
        int classes = matrix.ClassNames.Count;
        List<(int True, int Predicted, long Count)> pairs =
        [
            .. from row in Enumerable.Range(0, classes)
               from column in Enumerable.Range(0, classes)
               where row != column && matrix[row, column] > 0
               orderby matrix[row, column] descending, row, column
               select (row, column, matrix[row, column]),
        ];
        if (pairs.Count == 0)
        {
            return;
        }

        DataTable.Open(markup, "Most frequent confusions", "True", "Read as", "Times", "Share of class, %");
        foreach ((int row, int column, long count) in pairs.Take(MostPairs))
        {
            DataTable.Row(
                markup,
                matrix.ClassNames[row],
                matrix.ClassNames[column],
                NumberText.Whole(count),
                NumberText.Percent((double)count / matrix.RowTotal(row)));
        }

        DataTable.Close(markup);
    }

    private static void WriteHardest(MarkupWriter markup, ConfusionMatrix matrix)
    {
        var classes = Enumerable.Range(0, matrix.ClassNames.Count)
            .Where(row => matrix.RowTotal(row) > 0)
            .Select(row => (Row: row, Recall: (double)matrix[row, row] / matrix.RowTotal(row)))
            .OrderBy(one => one.Recall)
            .ThenBy(one => one.Row)
            .Take(MostClasses)
            .ToList();
        DataTable.Open(markup, "Hardest classes", "Class", "Images", "Read correctly, %");
        foreach ((int row, double recall) in classes)
        {
            DataTable.Row(markup, matrix.ClassNames[row], NumberText.Whole(matrix.RowTotal(row)), NumberText.Percent(recall));
        }

        DataTable.Close(markup);
    }
}
