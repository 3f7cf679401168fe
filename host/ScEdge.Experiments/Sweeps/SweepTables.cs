using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ScEdge.Experiments.Runs;
using ScEdge.Files.Parquet;
using ScEdge.Input;
using ScEdge.Reporting;
using ScEdge.Reporting.Model;
using ScEdge.Training.Runs;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// The tables of a sweep: a row for each training or each point, in CSV, JSON lines, Parquet and LaTeX; and its page.
/// </summary>
/// <param name="outcome">The sweep.</param>
/// <param name="search">The search that it was; null where all of a plan was trained.</param>
public sealed class SweepTables(SweepOutcome outcome, SearchOutcome? search = null)
{
    // A browser draws no more with ease.
    private const int MostMarks = 2000;

    private const string ParquetName = "results.parquet";

    private static readonly (string Name, Func<SweepTables, SweepFolder, string?> Text)[] Files =
    [
        ("results.csv", static (tables, _) => tables.Results.ToCsv()), ("results.jsonl", static (tables, _) => tables.Results.ToJsonLines()),
        ("summary.csv", static (tables, _) => tables.Points.ToCsv()), ("summary.tex", static (tables, _) => tables.SummaryTex()),
        ("search.csv", static (tables, _) => tables.Search?.ToCsv()), ("sweep.html", static (tables, folder) => tables.Page(folder)),
    ];

    private readonly IReadOnlyList<SweepSummary> _summaries = outcome.Summaries;

    private readonly string[] _varied =
        [.. outcome.Rows.SelectMany(static row => row.Training.Point.Own).Select(static setting => setting.Name).Distinct()];

    /// <summary>Gets the names of the tables' files.</summary>
    public static IEnumerable<string> Names => Files.Select(static file => file.Name).Append(ParquetName);

    /// <summary>Writes all tables; what stood there is replaced, each as a whole.</summary>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void WriteTo(SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach ((string name, Func<SweepTables, SweepFolder, string?> text) in Files)
        {
            if (text(this, folder) is { } written)
            {
                folder.Write(name, written);
            }
        }

        folder.Write(ParquetName, stream => ParquetFile.Write(stream, Results.Columns));
    }

    /// <summary>Gets a row for each training.</summary>
    private ResultTable Results => field ??= new([.. outcome.Rows.Select(Columns)]);

    /// <summary>Gets a row for each point.</summary>
    private ResultTable Points => new([.. _summaries.Select(Columns)]);

    /// <summary>Gets a row for each point that a method of a search chose; null where all of a plan was trained.</summary>
    private ResultTable? Search => search is null
        ? null
        : new([.. search.Methods.SelectMany(method => method.Points.Select((point, at) => Columns(method.Name, at + 1, point)))]);

    /// <summary>Returns the points as a table of LaTeX with the rules of booktabs.</summary>
    private string SummaryTex()
    {
        StringBuilder text = new();
        string columns = new string('l', _varied.Length) + "rrr";
        string[] names = [.. _varied.Select(Escaped), "seeds", "test accuracy, \\%", "energy per update, pJ"];
        text.Append(Text($"% Needs \\usepackage{{booktabs}}.\n\\begin{{tabular}}{{{columns}}}\n\\toprule\n"));
        text.Append(string.Join(" & ", names)).Append(" \\\\\n\\midrule\n");
        foreach (SweepSummary point in _summaries)
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
    private string Page(SweepFolder folder)
    {
        RunManifest first = RunManifest.Read(RunDirectory.Open(folder.PathOf(outcome.Rows[0].Training)));
        SweepEffects effects = new([.. _summaries.Select(static point => (point.Point, point.Accuracy))]);
        SweepSummary[] shown = [.. _summaries.Count <= MostMarks ? _summaries : _summaries.Where(
            (point, at) => point.IsOnFront || at % ((_summaries.Count / MostMarks) + 1) == 0)];
        using StringWriter writer = new() { NewLine = "\n" };
        SweepPage.Write(
            new SweepReport
            {
                Summary = $"{Text($"{_summaries.Count:N0}")} points, {Text($"{outcome.Rows.Count:N0}")} trainings.{SearchText()}"
                    + (shown.Length < _summaries.Count ? Text($" Here {shown.Length:N0}, the front among them; summary.csv has all.") : ""),
                Created = first.StartedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Program = ProgramVersion.Text(first.Version, first.Commit),
                Images = _summaries.All(static point => point.ValidationAccuracy is not null) ? "validation" : "test",
                Points = [.. shown.Select(Mark)],
                Effects = effects.Main(),
                Interactions = effects.Pairs(),
            },
            writer);
        return writer.ToString();
    }

    private string SearchText() => search is null
        ? ""
        : " Chosen by a search; share of the plane that its points dominate: "
            + string.Join(", ", search.Methods.Select(one => Text($"{one.Name} {one.Hypervolume:F4} with {one.Points.Count} points"))) + ".";

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

    private IReadOnlyList<KeyValuePair<string, object?>> Columns(SweepRow row) =>
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

    private IReadOnlyList<KeyValuePair<string, object?>> Columns(SweepSummary point) =>
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

    private IReadOnlyList<KeyValuePair<string, object?>> Columns(string method, int number, SearchedPoint point) =>
    [
        new("method", method),
        new("point", number),
        new("generation", point.Generation),
        .. Settings(point.Summary.Point),
        new("validation_accuracy", point.Summary.ValidationAccuracy),
        new("energy_attojoules", point.Summary.EnergyAttojoules),
        new("energy_per_update_attojoules", point.Summary.EnergyPerUpdateAttojoules),
        new("hypervolume", point.Hypervolume),
    ];

    private IEnumerable<KeyValuePair<string, object?>> Settings(SweepPoint point) =>
        _varied.Select(name => new KeyValuePair<string, object?>(name.Replace('-', '_'), ValueOf(point, name)));
}
