using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Cbram.Fitting;

/// <summary>
/// Reads measured waiting times from a CSV file.
/// </summary>
/// <remarks>
/// The first line names the columns, in any order: voltage_volts, waiting_time_seconds and optionally censored (1 where
/// the test ended without switching, otherwise 0). A column without a name is passed over: some programs number their rows in it. Numbers have
/// decimal points; quotes, separators, encodings and comments as in <see cref="CsvTable"/> and <see cref="TextFile"/>.
/// </remarks>
public static class WaitingTimeCsv
{
    private const string VoltageColumn = "voltage_volts";
    private const string TimeColumn = "waiting_time_seconds";
    private const string CensoredColumn = "censored";

    // A century and a megavolt: what is beyond is no measurement. SCPI-99 writes 9.9E37 for infinity and 9.91E37 for no number, others 199.999E99.
    private const double MostSeconds = 3.2e9;
    private const double MostVolts = 1e6;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read or holds something else.</exception>
    public static IReadOnlyList<WaitingTime> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(TextFile.Read(path), path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from, for the sentences of its errors.</param>
    /// <exception cref="InputException">The text is not such a table.</exception>
    public static IReadOnlyList<WaitingTime> Read(string text, string origin)
    {
        IReadOnlyList<CsvRow> table = CsvTable.Read(text, origin);
        string[] columns = table.Count > 0 ? CheckedHeader([.. table[0].Cells], origin) : [];
        return table.Count > 1
            ? [.. table.Skip(1).Select(row => ReadRow(columns, row.Cells, $"{origin}, line {row.Line}"))]
            : throw new InputException($"{origin} holds no waiting times: write a header line and one line per measurement.");
    }

    private static string[] CheckedHeader(string[] columns, string origin)
    {
        foreach (string column in columns)
        {
            if (column is not (VoltageColumn or TimeColumn or CensoredColumn or ""))
            {
                throw new InputException(
                    $"{origin} has an unknown column \"{column}\": the first line names {VoltageColumn}, {TimeColumn} and optionally "
                        + $"{CensoredColumn}, separated by commas.");
            }
        }

        if (columns.Where(static column => column.Length > 0).GroupBy(static column => column).Any(static group => group.Count() > 1))
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

    private static WaitingTime ReadRow(string[] columns, IReadOnlyList<string> cells, string where)
    {
        if (cells.Count != columns.Length)
        {
            throw new InputException(
                $"{where}: there are {cells.Count} values for {columns.Length} columns: correct the line (numbers take a decimal point, "
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
                    volts = ReadPositive(cells[i], VoltageColumn, MostVolts, where);
                    break;
                case TimeColumn:
                    seconds = ReadPositive(cells[i], TimeColumn, MostSeconds, where);
                    break;
                case "":
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

    private static double ReadPositive(string text, string column, double most, string where)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!isNumber || !(value is > 0.0 and < double.PositiveInfinity))
        {
            throw new InputException($"{where}: {column} is \"{text}\": write a positive number such as 2.6 or 1.5e-3.");
        }

        return value <= most
            ? value
            : throw new InputException(
                $"{where}: {column} is \"{text}\", which instruments write for an overflow or a missing reading: leave the line out, or, if the test "
                    + $"ended without switching, give the time that it ran and 1 under {CensoredColumn}.");
    }
}
