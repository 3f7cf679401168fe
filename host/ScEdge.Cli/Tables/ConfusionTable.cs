using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

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

    private static Table NewTable(params string[] headings)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)).NoWrap().RightAligned());
        }

        return table;
    }

    private static Text Number(long count) => new(count.ToString("N0", CultureInfo.InvariantCulture));

    private static Text Percent(double share) => new((100 * share).ToString("F2", CultureInfo.InvariantCulture));

    private Table Matrix()
    {
        Table table = NewTable(["true", .. classNames, "correct, %"]);
        for (int row = 0; row < _classes; row++)
        {
            List<IRenderable> cells = [new Text(classNames[row])];
            for (int column = 0; column < _classes; column++)
            {
                cells.Add(Cell(row, column));
            }

            long total = confusion.RowTotal(row);
            cells.Add(total == 0 ? new Text("-") : Percent((double)confusion[row, row] / total));
            table.AddRow(cells);
        }

        return table;
    }

    private Text Cell(int row, int column)
    {
        long count = confusion[row, column];
        Style style = (row == column, count) switch
        {
            (true, _) => new Style(Color.Green),
            (false, 0) => new Style(decoration: Decoration.Dim),
            _ => new Style(Color.Red),
        };

        // A point, so that the eye finds the errors without colours too.
        return new Text(row != column && count == 0 ? "." : count.ToString(CultureInfo.InvariantCulture), style);
    }

    private Table Pairs()
    {
        Table table = NewTable("true", "read as", "times", "of its class, %");
        foreach (Confusion one in confusion.Confusions.Take(MostPairs))
        {
            table.AddRow(new Text(classNames[one.Actual]), new Text(classNames[one.Predicted]), Number(one.Count), Percent(one.Share));
        }

        return table;
    }

    private Table Hardest()
    {
        Table table = NewTable("class", "images", "correct, %");
        foreach (ClassRecall one in confusion.Recalls.Take(MostClasses))
        {
            table.AddRow(new Text(classNames[one.Actual]), Number(one.Images), Percent(one.Share));
        }

        return table;
    }
}
