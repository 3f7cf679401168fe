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

    private readonly string[] _settings =
        [.. points.SelectMany(static point => point.Point.Own).Select(static setting => setting.Name).Distinct()];

    /// <summary>Returns the main effects, the largest first; of settings with two values at least.</summary>
    public IReadOnlyList<SettingEffect> Main() =>
    [
        .. _settings.Select(MainOf)
            .Where(static effect => effect.Levels.Count > 1)
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
        new(name, [.. Values(name).Select(value => (value, Mean(points.Where(point => Has(point, name, value)))))]);

    private SettingInteraction? Pair(string first, string second)
    {
        string[] columns = [.. Values(first)];
        string[] rows = [.. Values(second)];
        double[][] cells = [.. rows.Select(row => columns.Select(
            column => Mean(points.Where(point => Has(point, first, column) && Has(point, second, row)))).ToArray())];
        if (columns.Length < 2 || rows.Length < 2 || cells.Any(static row => row.Any(double.IsNaN)))
        {
            return null;
        }

        double all = cells.Average(static row => row.Average());
        double[] ofColumn = [.. columns.Select((_, column) => cells.Average(row => row[column]))];
        double strength = cells.Max(row => row.Select((cell, column) => Math.Abs(cell - row.Average() - ofColumn[column] + all)).Max());
        return new SettingInteraction(
            first, second, columns, [.. rows.Zip(cells, static (row, means) => (row, (IReadOnlyList<double>)means))], strength);
    }

    private IEnumerable<string> Values(string name) => points.Select(point => Value(point.Point, name)).OfType<string>().Distinct();

    private static bool Has((SweepPoint Settings, double) point, string name, string value) => Value(point.Settings, name) == value;

    private static string? Value(SweepPoint point, string name) =>
        point.Own.FirstOrDefault(setting => setting.Name == name)?.Value.ToString();

    private static double Mean(IEnumerable<(SweepPoint Point, double Accuracy)> some) =>
        some.Select(static point => point.Accuracy).DefaultIfEmpty(double.NaN).Average();

    private static double Range(double[] means) => means.Max() - means.Min();
}
