using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScEdge.Reporting.Charts;

/// <summary>The points of a chart as a table: what is drawn, to the last digit.</summary>
/// <param name="columns">Quantities with their units.</param>
internal sealed class PointTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a point: texts, and numbers, which read back as they are; null leaves a field empty.</summary>
    public void Add(params object?[] fields)
    {
        if (fields.Length != columns.Length)
        {
            throw new ArgumentException($"{columns.Length} columns take as many fields, not {fields.Length}.", nameof(fields));
        }

        _rows.Add([.. fields.Select(Text)]);
    }

    /// <summary>Returns the table as CSV (RFC 4180) but for lines, which end with a line feed.</summary>
    public string ToCsv() => string.Concat(_rows.Prepend(columns).Select(static row => string.Join(',', row.Select(Quoted)) + "\n"));

    private static string Text(object? field) => Convert.ToString(field, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
