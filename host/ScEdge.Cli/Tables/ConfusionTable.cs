using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Statistics;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// A confusion matrix in a terminal: the matrix itself for few classes, the most frequent confusions for many.
/// </summary>
internal sealed class ConfusionTable(IReadOnlyList<string> classNames, ConfusionMatrix confusion)
{
    // More columns than this do not fit into the usual 80 characters.
    private const int MostColumns = 12;
    private const int MostPairs = 15;
    private const int MostClasses = 8;

    private readonly int _classes = confusion.ClassCount;

    /// <summary>Writes the tables.</summary>
    public void Write(IAnsiConsole console)
    {
        if (_classes <= MostColumns)
        {
            console.WriteLine("Confusion matrix: a row per true class, a column per answer of the network.");
            console.Write(Matrix());
            return;
        }

        console.WriteLine("Most frequent confusions");
        console.Write(Pairs());
        console.WriteLine("Hardest classes");
        console.Write(Hardest());
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);

    private TextTable Matrix()
    {
        TextTable table = new(0, ["true", .. classNames, "correct, %"]);
        for (int row = 0; row < _classes; row++)
        {
            List<(string Text, Style? Style)> cells = [(classNames[row], null)];
            for (int column = 0; column < _classes; column++)
            {
                cells.Add(Cell(row, column));
            }

            long total = confusion.RowTotal(row);
            cells.Add((total == 0 ? "-" : Percent((double)confusion[row, row] / total), null));
            table.Add(cells);
        }

        return table;
    }

    private (string Text, Style? Style) Cell(int row, int column)
    {
        long count = confusion[row, column];
        Style style = (row == column, count) switch
        {
            (true, _) => new Style(Color.Green),
            (false, 0) => new Style(decoration: Decoration.Dim),
            _ => new Style(Color.Red),
        };

        // A point, so that the eye finds the errors without colours too.
        return (row != column && count == 0 ? "." : count.ToString(CultureInfo.InvariantCulture), style);
    }

    private TextTable Pairs()
    {
        TextTable table = new(0, "true", "read as", "times", "of its class, %");
        foreach (Confusion one in confusion.Confusions.Take(MostPairs))
        {
            table.Add(classNames[one.Actual], classNames[one.Predicted], Number(one.Count), Percent(one.Share));
        }

        return table;
    }

    private TextTable Hardest()
    {
        TextTable table = new(0, "class", "images", "correct, %");
        foreach (ClassRecall one in confusion.Recalls.Take(MostClasses))
        {
            table.Add(classNames[one.Actual], Number(one.Images), Percent(one.Share));
        }

        return table;
    }
}
