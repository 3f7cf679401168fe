using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ScEdge.Cli.Output;

/// <summary>
/// A table of texts and numbers that fits its terminal: texts are broken at words; where that does not do, the columns come in portions, each behind
/// the first column. No column and no digit is left out or broken.
/// </summary>
internal sealed class TextTable : Renderable
{
    // A text in a column narrower than this is hard to read; a portion of its own is not.
    private const int Readable = 20;

    private readonly int _texts;
    private readonly string[] _headings;
    private readonly List<(string Text, Style? Style)[]> _rows = [];

    /// <summary>Makes a table without rows.</summary>
    /// <param name="texts">Number of first columns that are texts and stand left; the others are numbers and stand right.</param>
    /// <param name="headings">Headings of the columns.</param>
    public TextTable(int texts, params string[] headings)
    {
        _texts = texts;
        _headings = headings;
    }

    /// <summary>Gets the number of last columns that are texts too.</summary>
    public int LastTexts { get; init; }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Adds a row, a cell per column.</summary>
    public void Add(params string[] cells) => _rows.Add(Array.ConvertAll(cells, static cell => (cell, (Style?)null)));

    /// <summary>Adds a row with styles.</summary>
    public void Add(IEnumerable<(string Text, Style? Style)> cells) => _rows.Add([.. cells]);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        yield return Segment.LineBreak;
        foreach (ColumnWidths portion in Portions(maxWidth))
        {
            foreach (Segment segment in Render(portion))
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }

    private IEnumerable<Segment> Render(ColumnWidths portion)
    {
        IEnumerable<(string Text, Style? Style)[]> rows = _rows.Prepend([.. _headings.Select(heading => (heading, (Style?)null))]);
        bool isHeading = true;
        foreach ((string Text, Style? Style)[] row in rows)
        {
            IReadOnlyList<string>[] cells = [.. portion.Columns.Select((column, i) => TextFlow.Lines(row[column].Text, portion.Widths[i]))];
            for (int line = 0; line < cells.Max(cell => cell.Count); line++)
            {
                foreach (Segment segment in RenderLine(portion, row, cells, line))
                {
                    yield return segment;
                }

                yield return Segment.LineBreak;
            }

            if (isHeading)
            {
                yield return new Segment(new string('─', portion.Total), new Style(Color.Grey));
                yield return Segment.LineBreak;
                isHeading = false;
            }
        }
    }

    private IEnumerable<Segment> RenderLine(
        ColumnWidths portion, (string Text, Style? Style)[] row, IReadOnlyList<string>[] cells, int line)
    {
        int blank = portion.Indent;
        for (int i = 0; i < cells.Length; i++)
        {
            string text = line < cells[i].Count ? cells[i][line] : "";
            int room = Math.Max(0, portion.Widths[i] - text.Length);
            bool isNumber = !IsText(portion.Columns[i]);
            if (text.Length > 0)
            {
                yield return new Segment(new string(' ', blank + (isNumber ? room : 0)));
                yield return new Segment(text, row[portion.Columns[i]].Style ?? Style.Plain);
                blank = portion.Gap + (isNumber ? 0 : room);
            }
            else
            {
                blank += room + portion.Gap;
            }
        }
    }

    /// <summary>Returns the columns that stand side by side; all together if they fit.</summary>
    private List<ColumnWidths> Portions(int width)
    {
        int[] all = [.. Enumerable.Range(0, _headings.Length)];
        foreach (ColumnWidths spacing in new[] { new ColumnWidths(all, [], Indent: 2, Gap: 3), new ColumnWidths(all, [], Indent: 0, Gap: 2) })
        {
            if (Fit(spacing, width, Least) is { } whole)
            {
                return [whole];
            }
        }

        List<ColumnWidths> portions = [];
        for (int next = 1; next < all.Length;)
        {
            ColumnWidths portion = Fit(Pair(next), width, Least) ?? Fit(Pair(next), width, Unbreakable) ?? Stretched(Pair(next));
            for (next++; next < all.Length && Fit(portion with { Columns = [.. portion.Columns, next] }, width, Least) is { } wider; next++)
            {
                portion = wider;
            }

            portions.Add(portion);
        }

        return portions;
    }

    private static ColumnWidths Pair(int column) => new([0, column], [], Indent: 0, Gap: 2);

    private ColumnWidths Stretched(ColumnWidths portion) => portion with { Widths = [.. portion.Columns.Select(Unbreakable)] };

    /// <summary>Returns the widths of columns within a width, each as near to what it would take as there is room; null if there is not.</summary>
    private ColumnWidths? Fit(ColumnWidths portion, int width, Func<int, int> least)
    {
        int[] widths = [.. portion.Columns.Select(least)];
        int[] wanted = [.. portion.Columns.Select(Wanted)];
        int left = width - (portion with { Widths = widths }).Total;
        if (left < 0)
        {
            return null;
        }

        for (; left > 0 && Enumerable.Range(0, widths.Length).Any(i => widths[i] < wanted[i]); left--)
        {
            widths[Enumerable.Range(0, widths.Length).MinBy(i => widths[i] < wanted[i] ? (double)widths[i] / wanted[i] : 1)]++;
        }

        return portion with { Widths = widths };
    }

    private bool IsText(int column) => column < _texts || column >= _headings.Length - LastTexts;

    private int Wanted(int column) => Math.Max(_headings[column].Length, WidestCell(column));

    // A heading of numbers may be broken at words, their cells only where they are long.
    private int Least(int column) => Math.Max(Unbreakable(column), Math.Min(Readable, IsText(column) ? Wanted(column) : WidestCell(column)));

    private int WidestCell(int column) => _rows.Count == 0 ? 0 : _rows.Max(row => row[column].Text.Length);

    private int Unbreakable(int column) => _rows.Select(row => row[column].Text).Append(_headings[column]).Max(TextFlow.LeastWidth);

    /// <summary>Columns side by side.</summary>
    private sealed record ColumnWidths(int[] Columns, int[] Widths, int Indent, int Gap)
    {
        public int Total => Indent + Widths.Sum() + ((Columns.Length - 1) * Gap) + Indent;
    }
}
