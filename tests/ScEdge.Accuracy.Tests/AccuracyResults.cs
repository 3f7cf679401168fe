using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Experiments.Sweeps;

namespace ScEdge.Accuracy.Tests;

/// <summary>
/// The archive of a sweep's results by point; a line has one or several seeds of a point.
/// </summary>
/// <param name="lines">The lines.</param>
internal sealed class AccuracyResults(IEnumerable<string> lines)
{
    private readonly ILookup<string, JsonElement> _results = lines.Where(static line => line.Length > 0)
        .Select(static line => JsonDocument.Parse(line).RootElement)
        .ToLookup(static line => Settings(line.GetProperty("settings")).Text, static line => line.GetProperty("result"));

    /// <summary>Returns the rows of a plan, those whose seeds are all there, in its order.</summary>
    public IReadOnlyList<AccuracyRow> Rows(SweepPlan plan) =>
    [
        .. plan.Parts.SelectMany(part => part.Plan.Expand().Select(point => Row(part.Name, point, part.Plan.Seeds))).OfType<AccuracyRow>(),
    ];

    private AccuracyRow? Row(string table, SweepPoint point, IReadOnlyList<ulong> seeds)
    {
        JsonElement[] results =
            [.. _results[point.Text].Where(result => Seeds(result).All(seeds.Contains)).OrderBy(static result => Seeds(result)[0])];
        return results.SelectMany(Seeds).SequenceEqual(seeds)
            ? new AccuracyRow(
                table,
                point,
                seeds,
                AccuracyLeg.Read(results, "fp32"),
                AccuracyLeg.Read(results, "fixed"),
                AccuracyLeg.Read(results, "sc")!,
                results.Sum(static result => result.GetProperty("counts").GetProperty("saturations").GetInt64()))
            : null;
    }

    private static ulong[] Seeds(JsonElement result) =>
        [.. result.GetProperty("seeds").EnumerateArray().Select(static seed => seed.GetUInt64())];

    private static SweepPoint Settings(JsonElement settings) => new(
        [
            .. settings.EnumerateObject().Select(static setting => new SweepSetting(
                setting.Name,
                new SweepValue(setting.Value.ValueKind == JsonValueKind.Array
                    ? [.. setting.Value.EnumerateArray().Select(static one => one.ToString())]
                    : [setting.Value.ToString()]))),
        ],
        []);
}
