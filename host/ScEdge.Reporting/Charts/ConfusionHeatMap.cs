using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Markup;
using ScEdge.Reporting.Model;
using ScEdge.Statistics;

namespace ScEdge.Reporting.Charts;

/// <summary>A confusion matrix as coloured cells: one colour for what is right, another for errors.</summary>
/// <remarks>
/// A good network has counts of a thousand on the diagonal and single ones beside it; one scale for both would hide every error.
/// Errors therefore have their own colour, and its strength follows the square root of their count.
/// </remarks>
internal sealed class ConfusionHeatMap : Chart
{
    private const int MostNumberedClasses = 16;
    private const int LongestName = 14;
    private const double Top = 30;

    private readonly ConfusionPanel panel;
    private readonly ConfusionMatrix matrix;
    private readonly string[] names;
    private readonly int classes;
    private readonly double cell;
    private readonly double left;
    private readonly bool tilted;

    public ConfusionHeatMap(ChartText text, ConfusionPanel panel)
        : base(text)
    {
        this.panel = panel;
        matrix = panel.Matrix;
        classes = matrix.ClassCount;
        names = [.. panel.ClassNames.Select(Shorten)];
        int longest = names.Max(name => name.Length);
        cell = classes <= 10 ? 42 : classes <= MostNumberedClasses ? 34 : classes <= 30 ? 20 : 12;
        tilted = longest * 8 > cell;
        left = 14 + 7.6 * longest;
        LargestError = matrix.Confusions.FirstOrDefault().Count;
        LabelRoom = tilted ? 16 + longest * 5.6 : 20;
    }

    /// <summary>Largest count beside the diagonal.</summary>
    public long LargestError { get; }

    /// <summary>Whether cells are too small for numbers, so that the drawing needs room.</summary>
    public bool Dense => classes > MostNumberedClasses;

    /// <inheritdoc/>
    public override string Look => Dense ? "plot heat dense" : "plot heat";

    /// <inheritdoc/>
    public override double Width => left + (cell * classes) + 10;

    /// <inheritdoc/>
    public override double Height => Top + (cell * classes) + LabelRoom + 30;

    /// <inheritdoc/>
    public override PointTable Points
    {
        get
        {
            PointTable table = new("true class", "read as", "images");
            for (int index = 0; index < classes * classes; index++)
            {
                table.Add(panel.ClassNames[index / classes], panel.ClassNames[index % classes], matrix[index / classes, index % classes]);
            }

            return table;
        }
    }

    private double LabelRoom { get; }

    /// <summary>Draws the matrix: a row per true class, a column per predicted class.</summary>
    public override void Draw(MarkupWriter markup)
    {
        const double top = Top;
        double bottom = top + cell * classes;
        Shapes.Label(markup, "axis-title", 0, 13, "True class");
        Shapes.Label(markup, "axis-title", left + cell * classes / 2, bottom + LabelRoom + 22, "Predicted class", "middle");
        Shapes.Rectangle(markup, "ground", left, top, cell * classes, cell * classes);
        for (int row = 0; row < classes; row++)
        {
            double middle = top + cell * (row + 0.5);
            Shapes.Label(markup, "class-name", left - 7, middle + (Dense ? 3 : 4), names[row], "end");
            WriteColumnName(markup, names[row], left + cell * (row + 0.5), bottom);
            long total = matrix.RowTotal(row);
            for (int column = 0; column < classes; column++)
            {
                WriteCell(markup, row, column, left + cell * column, middle - cell / 2, total);
            }
        }
    }

    private void WriteColumnName(MarkupWriter markup, string name, double middle, double bottom)
    {
        if (!tilted)
        {
            Shapes.Label(markup, "class-name", middle, bottom + (Dense ? 13 : 17), name, "middle");
            return;
        }

        string x = NumberText.Coordinate(middle + 4);
        string y = NumberText.Coordinate(bottom + 13);
        markup.Element("text", name, ("class", "class-name"), ("x", x), ("y", y), ("text-anchor", "end"), ("transform", $"rotate(-45 {x} {y})"));
    }

    private void WriteCell(MarkupWriter markup, int row, int column, double x, double y, long rowTotal)
    {
        long count = matrix[row, column];
        if (count == 0)
        {
            return;
        }

        bool right = row == column;
        double strength = right ? 0.12 + 0.78 * count / rowTotal : 0.10 + 0.80 * Math.Sqrt((double)count / LargestError);
        string verb = right ? "read correctly" : $"read as {panel.ClassNames[column]}";
        double gap = Dense ? 0.25 : 1;
        markup.Open(
            "rect",
            ("class", right ? "right" : "wrong"),
            ("x", NumberText.Coordinate(x + gap)),
            ("y", NumberText.Coordinate(y + gap)),
            ("width", NumberText.Coordinate(cell - 2 * gap)),
            ("height", NumberText.Coordinate(cell - 2 * gap)),
            ("fill-opacity", NumberText.Coordinate(strength)));
        markup.Element(
            "title",
            $"{panel.ClassNames[row]} {verb}: "
            + $"{NumberText.Whole(count)} of {NumberText.Whole(rowTotal)} ({NumberText.Percent((double)count / rowTotal)} %)");
        markup.Close();
        if (!Dense)
        {
            Shapes.Label(markup, strength > 0.68 ? "count on" : "count", x + cell / 2, y + cell / 2 + 4, Number(count), "middle");
        }
    }

    // Five digits are what a cell holds.
    private static string Number(long count) => count < 100_000
        ? NumberText.Whole(count).Replace(",", "", StringComparison.Ordinal)
        : NumberText.Whole(count / 1000) + "k";

    private static string Shorten(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1), "…");
}
