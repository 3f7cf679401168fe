using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// A table of results: named columns of texts, numbers and truth values, in which a value may be missing.
/// </summary>
/// <param name="rows">The rows, each with the same names in the same order.</param>
internal sealed class ResultTable(IReadOnlyList<IReadOnlyList<KeyValuePair<string, object?>>> rows)
{
    /// <summary>Gets the rows.</summary>
    public IReadOnlyList<IReadOnlyList<KeyValuePair<string, object?>>> Rows { get; } = rows;

    /// <summary>Gets the names of the columns; none without a row.</summary>
    public IReadOnlyList<string> Names { get; } = rows.Count == 0 ? [] : [.. rows[0].Select(static cell => cell.Key)];

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<object?> Values)> Columns =>
        [.. Names.Select((name, i) => (name, (IReadOnlyList<object?>)[.. Rows.Select(row => row[i].Value)]))];

    /// <summary>Returns it as CSV (RFC 4180).</summary>
    public string ToCsv()
    {
        StringBuilder text = new();
        if (Rows.Count > 0)
        {
            text.Append(string.Join(',', Names.Select(Quoted))).Append("\r\n");
        }

        foreach (IReadOnlyList<KeyValuePair<string, object?>> row in Rows)
        {
            text.Append(string.Join(',', row.Select(static cell => Quoted(CellText(cell.Value))))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Returns it as JSON, an object on each line.</summary>
    public string ToJsonLines()
    {
        StringBuilder text = new();
        foreach (IReadOnlyList<KeyValuePair<string, object?>> row in Rows)
        {
            text.Append(JsonSerializer.Serialize(row.ToDictionary(), RunJson.Compact)).Append('\n');
        }

        return text.ToString();
    }

    private static string CellText(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
