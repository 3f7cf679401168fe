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
    private static readonly string[] Keys = ["$schema", "base", "vary", "zip", "points", "skip", "seeds", "parts"];

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InputException">It cannot be read or is no plan; the sentence says where.</exception>
    public static SweepPlan Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(
                TextFile.Read(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Plan("the plan", document.RootElement, new SweepPlan());
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"{path} is no JSON ({exception.Message}): a plan is an object such as {{\"vary\": {{\"stream-length\": [8, 16]}}}}.", exception);
        }
        catch (SweepPlanMistake exception)
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
        return JsonSerializer.Serialize(Members(plan)) + "\n";
    }

    private static Dictionary<string, object> Members(SweepPlan plan)
    {
        Dictionary<string, object> members = new()
        {
            ["base"] = SweepJson.Members(plan.Base),
            ["seeds"] = plan.Seeds.Select(static seed => seed.ToString()),
        };
        if (plan.Parts.Count > 0)
        {
            members["parts"] = plan.Parts.ToDictionary(static part => part.Name, static part => Members(part.Plan));
            return members;
        }

        members["vary"] = SweepJson.Members(plan.Vary);
        members["zip"] = plan.Zip.Select(SweepJson.Members);
        members["points"] = plan.Points.Select(SweepJson.Members);
        members["skip"] = plan.Skip.Select(SweepJson.Members);
        return members;
    }

    /// <param name="where">What is read.</param>
    /// <param name="root">Its text.</param>
    /// <param name="whole">The plan that it is a part of: its settings and seeds stand where the part has none of its own.</param>
    private static SweepPlan Plan(string where, JsonElement root, SweepPlan whole)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new SweepPlanMistake("A plan is an object with \"vary\", \"zip\", \"points\" or \"parts\".");
        }

        List<JsonProperty> parts = SweepJson.Members(where, root);
        if (parts.Select(static property => property.Name).FirstOrDefault(static name => !Keys.Contains(name)) is { } unknown)
        {
            throw new SweepPlanMistake($"\"{unknown}\" is no part of a plan: use {string.Join(", ", Keys.Skip(1))}; settings stand in base.");
        }

        SweepSetting[] own = root.TryGetProperty("base", out JsonElement common) ? [.. SweepJson.Settings("base", common)] : [];
        SweepPlan plan = new()
        {
            Base = [.. whole.Base.ExceptBy(own.Select(static setting => setting.Name), static setting => setting.Name), .. own],
            Vary = root.TryGetProperty("vary", out JsonElement vary) ? Axes("vary", vary) : [],
            Zip = root.TryGetProperty("zip", out JsonElement zip) ? [.. Items("zip", zip).Select(Together)] : [],
            Points = root.TryGetProperty("points", out JsonElement points)
                ? [.. Items("points", points).Select(static one => SweepJson.Settings("points", one))] : [],
            Skip = root.TryGetProperty("skip", out JsonElement skip)
                ? [.. Items("skip", skip).Select(static one => SweepJson.Settings("skip", one))] : [],
            Seeds = root.TryGetProperty("seeds", out JsonElement seeds) ? Seeds(seeds) : whole.Seeds,
        };
        return root.TryGetProperty("parts", out JsonElement within) ? plan with { Parts = Parts(within, plan) } : plan;
    }

    private static SweepPart[] Parts(JsonElement element, SweepPlan whole)
    {
        if (whole.Vary.Count + whole.Zip.Count + whole.Points.Count + whole.Skip.Count > 0)
        {
            throw new SweepPlanMistake("A plan with parts has all points in them: beside \"parts\" only \"base\" and \"seeds\" can stand.");
        }

        SweepPart[] parts =
        [
            .. SweepJson.Members("parts", element)
                .Select(part => new SweepPart(part.Name, Plan($"the part \"{part.Name}\"", part.Value, whole))),
        ];
        return parts.Length == 0 ? throw new SweepPlanMistake("\"parts\" has no part: leave it out, or put plans with names into it.")
            : parts.FirstOrDefault(static part => part.Plan.Parts.Count > 0) is { } nested
                ? throw new SweepPlanMistake($"The part \"{nested.Name}\" has parts itself: put them beside it.")
                : parts;
    }

    private static IReadOnlyList<SweepAxis> Together(JsonElement element)
    {
        IReadOnlyList<SweepAxis> axes = Axes("zip", element);
        return axes.Select(static axis => axis.Values.Count).Distinct().Count() == 1
            ? axes
            : throw new SweepPlanMistake(
                $"The lists of {string.Join(" and ", axes.Select(static axis => $"\"{axis.Name}\""))} in zip go together: give them equal lengths.");
    }

    private static IReadOnlyList<SweepAxis> Axes(string where, JsonElement element) =>
    [
        .. SweepJson.Members(where, element).Select(property => new SweepAxis(
            property.Name,
            property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0
                ? [.. property.Value.EnumerateArray().Select(value => SweepJson.Value(property.Name, value))]
                : throw new SweepPlanMistake($"\"{property.Name}\" in {where} takes a list of values, such as [8, 16, 32]."))),
    ];

    private static IReadOnlyList<ulong> Seeds(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => ParseSeeds(string.Join(',', element.EnumerateArray().Select(static one => one.ToString()))),
        _ => ParseSeeds(element.ToString()),
    };

    private static List<JsonElement> Items(string where, JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray()]
        : throw new SweepPlanMistake($"\"{where}\" is a list of objects, such as [{{\"stream-length\": 8}}].");
}
