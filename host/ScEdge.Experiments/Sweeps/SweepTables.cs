using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ScEdge.Input;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// The tables of a sweep as text: a row for each training or each point, in CSV (RFC 4180), JSON lines and LaTeX; and its page.
/// </summary>
/// <param name="outcome">The sweep.</param>
public sealed class SweepTables(SweepOutcome outcome)
{
    private static readonly (string Name, Func<SweepTables, string> Text)[] Files =
    [
        ("results.csv", static tables => tables.ResultsCsv()), ("results.jsonl", static tables => tables.ResultsJsonLines()),
        ("summary.csv", static tables => tables.SummaryCsv()), ("summary.tex", static tables => tables.SummaryTex()),
        ("sweep.html", static tables => tables.Page()),
    ];

    private readonly string[] _varied =
        [.. outcome.Rows.SelectMany(static row => row.Training.Point.Own).Select(static setting => setting.Name).Distinct()];

    /// <summary>Gets the names of the tables' files.</summary>
    public static IEnumerable<string> Names => Files.Select(static file => file.Name);

    /// <summary>Writes all tables; what stood there is replaced, each as a whole.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void WriteTo(SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach ((string name, Func<SweepTables, string> text) in Files)
        {
            folder.Write(name, text(this));
        }
    }

    /// <summary>Returns a row for each training.</summary>
    private string ResultsCsv() => Csv([.. outcome.Rows.Select(Columns)]);

    /// <summary>Returns a row for each training, an object on each line.</summary>
    private string ResultsJsonLines() =>
        string.Concat(outcome.Rows.Select(row => JsonSerializer.Serialize(Columns(row).ToDictionary(), RunJson.Compact) + "\n"));

    /// <summary>Returns a row for each point.</summary>
    private string SummaryCsv() => Csv([.. outcome.Summaries.Select(Columns)]);

    /// <summary>Returns the points as a table of LaTeX with the rules of booktabs.</summary>
    private string SummaryTex()
    {
        StringBuilder text = new();
        string columns = new string('l', _varied.Length) + "rrr";
        string[] names = [.. _varied.Select(Escaped), "seeds", "test accuracy, \\%", "energy per update, pJ"];
        text.Append(Text($"% Needs \\usepackage{{booktabs}}.\n\\begin{{tabular}}{{{columns}}}\n\\toprule\n"));
        text.Append(string.Join(" & ", names)).Append(" \\\\\n\\midrule\n");
        foreach (SweepSummary point in outcome.Summaries)
        {
            string spread = point.TestDeviation is { } deviation ? Text($" $\\pm$ {100 * deviation:F2}") : "";
            text.Append(string.Join(
                " & ",
                [
                    .. _varied.Select(name => Escaped(ValueOf(point.Point, name))),
                    Text($"{point.Rows.Count}"),
                    Text($"{100 * point.TestAccuracy:F2}") + spread,
                    point.EnergyPerUpdateAttojoules is { } energy ? Text($"{energy * 1e-6:G4}") : "--",
                ])).Append(" \\\\\n");
        }

        return text.Append("\\bottomrule\n\\end{tabular}\n").ToString();
    }

    /// <summary>Returns the page: the front, effects, every point with links to its runs.</summary>
    private string Page()
    {
        SweepEffects effects = new([.. outcome.Summaries.Select(static point => (point.Point, point.Accuracy))]);
        using StringWriter writer = new() { NewLine = "\n" };
        SweepPage.Write(
            new SweepReport
            {
                Summary = $"{Text($"{outcome.Summaries.Count:N0}")} points, {Text($"{outcome.Rows.Count:N0}")} trainings.",
                Images = outcome.Summaries.All(static point => point.ValidationAccuracy is not null) ? "validation" : "test",
                Points = [.. outcome.Summaries.Select(Mark)],
                Effects = effects.Main(),
                Interactions = effects.Pairs(),
            },
            writer);
        return writer.ToString();
    }

    private static SweepMark Mark(SweepSummary point) => new(
        point.Point.Name,
        point.Accuracy,
        point.TestAccuracy,
        point.TestDeviation,
        point.EnergyAttojoules * 1e-18,
        point.IsOnFront,
        [.. point.Rows.Select(static row => (Text($"{row.Training.Seed}"), Link(row.Folder)))]);

    private static string Link(string folder) =>
        string.Join('/', folder.Split('/', '\\').Append(RunDirectory.ReportName).Select(Uri.EscapeDataString));

    private static string ValueOf(SweepPoint point, string name) =>
        point.Own.FirstOrDefault(setting => setting.Name == name)?.Value.ToString() ?? "";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Escaped(string text) => string.Concat(text.Select(static letter => letter switch
    {
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + letter,
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        _ => letter.ToString(),
    }));

    private IEnumerable<KeyValuePair<string, object?>> Columns(SweepRow row) =>
    [
        .. Settings(row.Training.Point),
        new("seed", row.Training.Seed),
        new("validation_accuracy", row.ValidationAccuracy),
        new("test_accuracy", row.TestAccuracy),
        new("stream_test_accuracy", row.Result.MainLeg.StreamTestAccuracy?[0]),
        new("fp32_test_accuracy", row.Result.Fp32.TestAccuracy.Count > 0 ? row.Result.Fp32.TestAccuracy[0] : null),
        new("fixed_test_accuracy", row.Result.Fixed.TestAccuracy.Count > 0 ? row.Result.Fixed.TestAccuracy[0] : null),
        new("energy_attojoules", row.EnergyAttojoules),
        new("energy_per_update_attojoules", row.Result.Cost?.EnergyPerUpdateAttojoules),
        new("stream_bits", row.Result.Counts.TryGetValue("bits", out long bits) ? bits : null),
        new("saturations", row.Result.Counts.TryGetValue("saturations", out long saturations) ? saturations : null),
        new("training_seconds", row.Result.Seconds.Total),
        new("folder", row.Folder.Replace('\\', '/')),
    ];

    private IEnumerable<KeyValuePair<string, object?>> Columns(SweepSummary point) =>
    [
        .. Settings(point.Point),
        new("seeds", point.Rows.Count),
        new("validation_accuracy", point.ValidationAccuracy),
        new("test_accuracy", point.TestAccuracy),
        new("test_accuracy_deviation", point.TestDeviation),
        new("energy_attojoules", point.EnergyAttojoules),
        new("energy_per_update_attojoules", point.EnergyPerUpdateAttojoules),
        new("on_front", point.IsOnFront),
    ];

    private IEnumerable<KeyValuePair<string, object?>> Settings(SweepPoint point) =>
        _varied.Select(name => new KeyValuePair<string, object?>(name.Replace('-', '_'), ValueOf(point, name)));

    private static string Csv(IReadOnlyList<IEnumerable<KeyValuePair<string, object?>>> rows)
    {
        StringBuilder text = new();
        for (int i = 0; i < rows.Count; i++)
        {
            text.Append(i == 0 ? string.Join(',', rows[0].Select(static cell => Quoted(cell.Key))) + "\r\n" : "");
            text.Append(string.Join(',', rows[i].Select(static cell => Quoted(CellText(cell.Value))))).Append("\r\n");
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
