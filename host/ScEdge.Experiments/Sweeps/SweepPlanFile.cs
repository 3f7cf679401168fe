using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Reads a plan: JSON with comments and trailing commas, of the schema in hw-docs/sweep-plan.schema.json.
/// </summary>
public static class SweepPlanFile
{
    private static readonly string[] Keys = ["$schema", "base", "vary", "zip", "points", "skip", "seeds"];

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InputException">It cannot be read or is no plan; the sentence says where.</exception>
    public static SweepPlan Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                TextFile.Read(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Plan(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"{path} is no JSON ({exception.Message}): a plan is an object such as {{\"vary\": {{\"stream-length\": [8, 16]}}}}.", exception);
        }
        catch (PlanMistake exception)
        {
            throw new InputException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads seeds: one, several with commas between them, or ranges such as <c>1..10</c>.</summary>
    /// <exception cref="InputException">It is none of these.</exception>
    public static IReadOnlyList<ulong> ParseSeeds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ulong> seeds = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split("..");
            if (ends.Length > 2 || !ulong.TryParse(ends[0], out ulong first) || !ulong.TryParse(ends[^1], out ulong last)
                || last < first || last - first >= 100_000)
            {
                throw new InputException($"The seeds \"{text}\" cannot be used: give for example 1,2,3 or 1..10.");
            }

            for (ulong seed = first; ; seed++)
            {
                seeds.Add(seed);
                if (seed == last)
                {
                    // Behind the largest number there is none to end with.
                    break;
                }
            }
        }

        return seeds.Distinct().Count() == seeds.Count ? seeds : throw new InputException($"A seed is given twice in \"{text}\": give each once.");
    }

    /// <summary>Returns a plan as its file would say it.</summary>
    public static string Text(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonSerializer.Serialize(
            new
            {
                @base = Members(plan.Base),
                vary = Members(plan.Vary),
                zip = plan.Zip.Select(Members),
                points = plan.Points.Select(Members),
                skip = plan.Skip.Select(Members),
                seeds = plan.Seeds.Select(static seed => seed.ToString()),
            }) + "\n";
    }

    private static Dictionary<string, object> Members(IReadOnlyList<SweepSetting> settings) =>
        settings.ToDictionary(static setting => setting.Name, static setting => ValueOf(setting.Value));

    private static Dictionary<string, object[]> Members(IReadOnlyList<SweepAxis> axes) =>
        axes.ToDictionary(static axis => axis.Name, static axis => axis.Values.Select(ValueOf).ToArray());

    private static object ValueOf(SweepValue value) => value.Texts is [var one] ? one : value.Texts;

    private static SweepPlan Plan(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new PlanMistake("A plan is an object with \"vary\", \"zip\" or \"points\".");
        }

        List<JsonProperty> parts = Members("the plan", root);
        if (parts.Select(static property => property.Name).FirstOrDefault(static name => !Keys.Contains(name)) is { } unknown)
        {
            throw new PlanMistake($"\"{unknown}\" is no part of a plan: use {string.Join(", ", Keys.Skip(1))}; settings stand in base.");
        }

        return new SweepPlan
        {
            Base = root.TryGetProperty("base", out JsonElement common) ? Settings("base", common) : [],
            Vary = root.TryGetProperty("vary", out JsonElement vary) ? Axes("vary", vary) : [],
            Zip = root.TryGetProperty("zip", out JsonElement zip) ? [.. Items("zip", zip).Select(Together)] : [],
            Points = root.TryGetProperty("points", out JsonElement points) ? [.. Items("points", points).Select(one => Settings("points", one))] : [],
            Skip = root.TryGetProperty("skip", out JsonElement skip) ? [.. Items("skip", skip).Select(one => Settings("skip", one))] : [],
            Seeds = root.TryGetProperty("seeds", out JsonElement seeds) ? Seeds(seeds) : [1],
        };
    }

    private static IReadOnlyList<SweepAxis> Together(JsonElement element)
    {
        IReadOnlyList<SweepAxis> axes = Axes("zip", element);
        return axes.Select(static axis => axis.Values.Count).Distinct().Count() == 1
            ? axes
            : throw new PlanMistake(
                $"The lists of {string.Join(" and ", axes.Select(static axis => $"\"{axis.Name}\""))} in zip go together: give them equal lengths.");
    }

    private static IReadOnlyList<SweepAxis> Axes(string where, JsonElement element) =>
    [
        .. Members(where, element).Select(property => new SweepAxis(
            property.Name,
            property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0
                ? [.. property.Value.EnumerateArray().Select(value => Value(property.Name, value))]
                : throw new PlanMistake($"\"{property.Name}\" in {where} takes a list of values, such as [8, 16, 32]."))),
    ];

    private static IReadOnlyList<SweepSetting> Settings(string where, JsonElement element) =>
        [.. Members(where, element).Select(static property => new SweepSetting(property.Name, Value(property.Name, property.Value)))];

    private static SweepValue Value(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new SweepValue(element.GetString()!),
        JsonValueKind.Number => new SweepValue(element.GetRawText()),
        JsonValueKind.Array => new SweepValue([.. element.EnumerateArray().Select(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? one.ToString()
            : throw new PlanMistake($"\"{name}\" takes texts and numbers."))]),
        _ => throw new PlanMistake($"\"{name}\" takes a text, a number, or a list of them where the option may be repeated."),
    };

    private static IReadOnlyList<ulong> Seeds(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => ParseSeeds(string.Join(',', element.EnumerateArray().Select(static one => one.ToString()))),
        _ => ParseSeeds(element.ToString()),
    };

    private static List<JsonElement> Items(string where, JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray()]
        : throw new PlanMistake($"\"{where}\" is a list of objects, such as [{{\"stream-length\": 8}}].");

    private static List<JsonProperty> Members(string where, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new PlanMistake($"\"{where}\" takes an object of settings, such as {{\"stream-length\": 8}}.");
        }

        string? twice = element.EnumerateObject().GroupBy(static property => property.Name).FirstOrDefault(static same => same.Count() > 1)?.Key;
        return twice is null ? [.. element.EnumerateObject()] : throw new PlanMistake($"\"{twice}\" stands twice in {where}: give it once.");
    }

    private sealed class PlanMistake(string message) : InputException(message);
}
