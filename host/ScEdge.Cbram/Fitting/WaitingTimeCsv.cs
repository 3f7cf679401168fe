using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// Reads measured waiting times from a CSV file.
/// </summary>
/// <remarks>
/// The first line names the columns, in any order: voltage_volts, waiting_time_seconds and optionally censored (1 where
/// the test ended without switching, otherwise 0). Numbers have decimal points, columns are separated by commas; empty
/// lines and lines that begin with # are skipped.
/// </remarks>
public static class WaitingTimeCsv
{
    private const string VoltageColumn = "voltage_volts";
    private const string TimeColumn = "waiting_time_seconds";
    private const string CensoredColumn = "censored";

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read or holds something else.</exception>
    public static IReadOnlyList<WaitingTime> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using StreamReader reader = new(path);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(
                $"The file {path} cannot be read: check that it exists and that you may read it.", exception);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of its errors.</param>
    /// <exception cref="InputException">The text is not such a table.</exception>
    public static IReadOnlyList<WaitingTime> Read(TextReader reader, string origin)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<WaitingTime> rows = [];
        string[]? columns = null;
        int lineNumber = 0;
        while (reader.ReadLine() is string line)
        {
            lineNumber++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            string[] cells = [.. line.Split(',').Select(cell => cell.Trim())];
            if (columns is null)
            {
                columns = CheckedHeader(cells, origin);
            }
            else
            {
                rows.Add(ReadRow(columns, cells, $"{origin}, line {lineNumber}"));
            }
        }

        return rows.Count > 0
            ? rows
            : throw new InputException($"{origin} holds no waiting times: write a header line and one line per measurement.");
    }

    private static string[] CheckedHeader(string[] columns, string origin)
    {
        foreach (string column in columns)
        {
            if (column is not (VoltageColumn or TimeColumn or CensoredColumn))
            {
                throw new InputException(
                    $"{origin} has an unknown column \"{column}\": the first line names {VoltageColumn}, {TimeColumn} and optionally "
                        + $"{CensoredColumn}, separated by commas.");
            }
        }

        if (columns.Distinct().Count() != columns.Length)
        {
            throw new InputException($"{origin} names a column twice: name each column once.");
        }

        foreach (string column in (string[])[VoltageColumn, TimeColumn])
        {
            if (!columns.Contains(column))
            {
                throw new InputException($"{origin} lacks the column {column}: add it.");
            }
        }

        return columns;
    }

    private static WaitingTime ReadRow(string[] columns, string[] cells, string where)
    {
        if (cells.Length != columns.Length)
        {
            throw new InputException(
                $"{where}: there are {cells.Length} values for {columns.Length} columns: correct the line (numbers take a decimal point, "
                    + "not a comma).");
        }

        double volts = 0.0;
        double seconds = 0.0;
        bool censored = false;
        for (int i = 0; i < columns.Length; i++)
        {
            switch (columns[i])
            {
                case VoltageColumn:
                    volts = ReadPositive(cells[i], VoltageColumn, where);
                    break;
                case TimeColumn:
                    seconds = ReadPositive(cells[i], TimeColumn, where);
                    break;
                default:
                    censored = cells[i] switch
                    {
                        "0" => false,
                        "1" => true,
                        _ => throw new InputException(
                            $"{where}: {CensoredColumn} is \"{cells[i]}\": write 1 if the test ended without switching, otherwise 0."),
                    };
                    break;
            }
        }

        return new WaitingTime(volts, seconds, censored);
    }

    private static double ReadPositive(string text, string column, string where) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value is > 0.0 and < double.PositiveInfinity
            ? value
            : throw new InputException($"{where}: {column} is \"{text}\": write a positive number such as 2.6 or 1.5e-3.");
}
