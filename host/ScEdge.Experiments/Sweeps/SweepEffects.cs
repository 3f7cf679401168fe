using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// What the settings of a sweep do to accuracy: main effects of each, interactions of two.
/// </summary>
/// <remarks>
/// The main effect of a value is the mean over all points that have it. The interaction of values i and j of two settings is the mean of their
/// cell, less those of the row and of the column, plus that of all cells: m(ij) - m(i) - m(j) + m (D. C. Montgomery, Design and Analysis of
/// Experiments, 5). It is given where every pair of values has a point.
/// </remarks>
/// <param name="points">The points, each with its mean accuracy, 0 to 1.</param>
public sealed class SweepEffects(IReadOnlyList<(SweepPoint Point, double Accuracy)> points)
{
    /// <summary>Most interactions that are given.</summary>
    public const int MostInteractions = 4;

    /// <summary>Most values of a setting whose effects are given: more cannot be told apart in a chart.</summary>
    public const int MostValues = 40;

    private readonly Dictionary<string, IReadOnlyList<(string, IReadOnlyList<(SweepPoint, double)>)>> _values = [];
    private readonly string[] _settings =
        [.. points.SelectMany(static point => point.Point.Own).Select(static setting => setting.Name).Distinct()];

    /// <summary>Returns the main effects, the largest first; of settings with two values to <see cref="MostValues"/>.</summary>
    public IReadOnlyList<SettingEffect> Main() =>
    [
        .. _settings.Select(MainOf)
            .Where(static effect => effect.Levels.Count is > 1 and <= MostValues)
            .OrderByDescending(static effect => Range([.. effect.Levels.Select(static level => level.Accuracy)])),
    ];

    /// <summary>Returns the strongest interactions.</summary>
    public IReadOnlyList<SettingInteraction> Pairs() =>
    [
        .. _settings.SelectMany((first, at) => _settings.Skip(at + 1).Select(second => Pair(first, second)))
            .OfType<SettingInteraction>()
            .OrderByDescending(static pair => pair.Strength)
            .Take(MostInteractions),
    ];

    private SettingEffect MainOf(string name) =>
        new(name, [.. Values(name).Select(value => (value.Text, value.Points.Average(static point => point.Accuracy)))]);

    private SettingInteraction? Pair(string first, string second)
    {
        string[] columns = [.. Values(first).Select(static value => value.Text)];
        string[] rows = [.. Values(second).Select(static value => value.Text)];
        if (columns.Length is < 2 or > MostValues || rows.Length is < 2 or > MostValues)
        {
            return null;
        }

        Dictionary<(string?, string?), double> means = points.GroupBy(point => (ValueOf(point.Point, first), ValueOf(point.Point, second)))
            .ToDictionary(static cell => cell.Key, static cell => cell.Average(static point => point.Accuracy));
        double[][] cells = [.. rows.Select(row => columns.Select(column => means.GetValueOrDefault((column, row), double.NaN)).ToArray())];
        if (cells.Any(static row => row.Any(double.IsNaN)))
        {
            return null;
        }

        double all = cells.Average(static row => row.Average());
        double[] ofColumn = [.. columns.Select((_, column) => cells.Average(row => row[column]))];
        double strength = cells.Max(row => row.Select((cell, column) => Math.Abs(cell - row.Average() - ofColumn[column] + all)).Max());
        return new SettingInteraction(
            first, second, columns, [.. rows.Zip(cells, static (row, means) => (row, (IReadOnlyList<double>)means))], strength);
    }

    /// <summary>The values of a setting in the order in which they come, each with its points.</summary>
    private IReadOnlyList<(string Text, IReadOnlyList<(SweepPoint Point, double Accuracy)> Points)> Values(string name)
    {
        if (!_values.TryGetValue(name, out IReadOnlyList<(string, IReadOnlyList<(SweepPoint, double)>)>? values))
        {
            values = [.. points.GroupBy(point => ValueOf(point.Point, name)).Where(static same => same.Key is not null)
                .Select(static same => (same.Key!, (IReadOnlyList<(SweepPoint, double)>)[.. same]))];
            _values.Add(name, values);
        }

        return values;
    }

    private static string? ValueOf(SweepPoint point, string name) =>
        point.Own.FirstOrDefault(setting => setting.Name == name)?.Value.ToString();

    private static double Range(double[] means) => means.Max() - means.Min();
}
