using System;
using Spectre.Console;

namespace ScEdge.Cli.Output;

/// <summary>
/// Tables of plain texts and numbers.
/// </summary>
internal static class TextTable
{
    /// <summary>Makes a table whose first columns are texts and whose others are numbers.</summary>
    public static Table NewTable(int texts, params string[] headings)
    {
        Table table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < headings.Length; i++)
        {
            TableColumn column = new(new Text(headings[i]));
            table.AddColumn(i < texts ? column : column.RightAligned());
        }

        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Add(Table table, params string[] cells)
    {
        Text[] texts = Array.ConvertAll(cells, static cell => new Text(cell));
        table.AddRow(texts);
    }
}
