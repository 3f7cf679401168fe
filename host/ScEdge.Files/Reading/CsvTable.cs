using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Input;

namespace ScEdge.Files.Reading;

/// <summary>
/// Reads a table in text as instruments, spreadsheets and R write it.
/// </summary>
/// <remarks>
/// Y. Shafranovich, RFC 4180, 2005: cells in quotes hold separators, line ends and doubled quotes. Beyond it: the separator is the comma, the
/// semicolon or the tab, whichever the first row has most of; lines end with CR, LF or both; empty lines and lines that begin with # are
/// skipped; blanks around a cell are; and a separator at the end of every line makes no column. A quote that is never closed, or in the middle of
/// a cell, is an error: the file was cut off or is none.
/// </remarks>
public sealed class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly string _text;
    private readonly string _origin;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private CsvTable(string text, string origin, char separator)
    {
        _text = text;
        _origin = origin;
        _separator = separator;
    }

    private bool IsAtEnd => _at == _text.Length;

    private bool IsAtLineEnd => IsAtEnd || _text[_at] is '\r' or '\n';

    /// <summary>Reads all rows, the first one with the names of the columns among them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of its errors.</param>
    /// <exception cref="InputException">A quote is where none can be.</exception>
    public static IReadOnlyList<CsvRow> Read(string text, string origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        CsvTable table = new(text, origin, SeparatorOf(text));
        List<CsvRow> rows = [];
        while (table.MoveToRow())
        {
            rows.Add(table.ReadRow());
        }

        if (rows.Count == 0)
        {
            return rows;
        }

        int columns = rows[0].Cells is [_, .., ""] ? rows[0].Cells.Count - 1 : rows[0].Cells.Count;
        bool EndsWithSeparator(CsvRow row) => row.Cells.Count == columns + 1 && row.Cells[^1].Length == 0;
        return [.. rows.Select(row => EndsWithSeparator(row) ? row with { Cells = [.. row.Cells.SkipLast(1)] } : row)];
    }

    /// <summary>Finds the separator that the first row has most of, outside of quotes.</summary>
    private static char SeparatorOf(string text)
    {
        CsvTable look = new(text, "", ',');
        int[] counts = new int[Separators.Length];
        bool isQuoted = false;
        for (look.MoveToRow(); !look.IsAtEnd && (isQuoted || !look.IsAtLineEnd); look._at++)
        {
            isQuoted ^= look._text[look._at] == '"';
            int which = isQuoted ? -1 : Array.IndexOf(Separators, look._text[look._at]);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private bool MoveToRow()
    {
        while (!IsAtEnd)
        {
            int end = _text.AsSpan(_at).IndexOfAny('\r', '\n');
            ReadOnlySpan<char> line = end < 0 ? _text.AsSpan(_at) : _text.AsSpan(_at, end);
            if (line.Length > 0 && line[0] != '#' && !line.IsWhiteSpace())
            {
                return true;
            }

            _at += line.Length;
            EndLine();
        }

        return false;
    }

    private CsvRow ReadRow()
    {
        int line = _line;
        List<string> cells = [ReadCell()];
        while (!IsAtLineEnd)
        {
            // The separator.
            _at++;
            cells.Add(ReadCell());
        }

        EndLine();
        return new CsvRow(line, cells);
    }

    private string ReadCell()
    {
        int start = _at;
        while (!IsAtLineEnd && _text[_at] != _separator && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        if (!IsAtEnd && _text[_at] == '"')
        {
            return ReadQuoted();
        }

        while (!IsAtLineEnd && _text[_at] != _separator)
        {
            if (_text[_at++] == '"')
            {
                throw Error(_line, "a quote stands in the middle of a value: double it and put the value in quotes, or remove it");
            }
        }

        return _text[start.._at].Trim();
    }

    private string ReadQuoted()
    {
        int line = _line;
        StringBuilder cell = new();
        for (_at++; ; _at++)
        {
            if (IsAtEnd)
            {
                throw Error(line, "a quote is opened and not closed: close it, or fetch the file again if it was cut off");
            }

            if (_text[_at] != '"')
            {
                _line += _text[_at] == '\n' ? 1 : 0;
                cell.Append(_text[_at]);
            }
            else if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                cell.Append('"');
                _at++;
            }
            else
            {
                break;
            }
        }

        for (_at++; !IsAtLineEnd && _text[_at] != _separator; _at++)
        {
            if (!char.IsWhiteSpace(_text[_at]))
            {
                throw Error(_line, "something stands behind a closed quote: put all of the value in quotes");
            }
        }

        return cell.ToString();
    }

    private void EndLine()
    {
        if (IsAtEnd)
        {
            return;
        }

        _at += _text.AsSpan(_at).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
        _line++;
    }

    private InputException Error(int line, string what) => new($"{_origin}, line {line}: {what}.");
}
