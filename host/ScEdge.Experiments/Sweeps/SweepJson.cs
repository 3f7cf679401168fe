using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ScEdge.Experiments.Sweeps;

/// <summary>
/// Settings of a sweep in JSON: an object of names and values, of which one is a text, a number, or a list of these.
/// </summary>
internal static class SweepJson
{
    /// <summary>Reads settings.</summary>
    /// <param name="where">What they are, for the sentence about a mistake.</param>
    /// <param name="element">The object.</param>
    /// <exception cref="SweepPlanMistake">It is no object of settings.</exception>
    public static IReadOnlyList<SweepSetting> Settings(string where, JsonElement element) =>
        [.. Members(where, element).Select(static property => new SweepSetting(property.Name, Value(property.Name, property.Value)))];

    /// <summary>Reads the value of a setting.</summary>
    /// <exception cref="SweepPlanMistake">It is no text, number or list of these.</exception>
    public static SweepValue Value(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new SweepValue(element.GetString()!),
        JsonValueKind.Number => new SweepValue(element.GetRawText()),
        JsonValueKind.Array => new SweepValue([.. element.EnumerateArray().Select(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? one.ToString()
            : throw new SweepPlanMistake($"\"{name}\" takes texts and numbers."))]),
        _ => throw new SweepPlanMistake($"\"{name}\" takes a text, a number, or a list of them where the option may be repeated."),
    };

    /// <summary>Returns the members of an object, none of which may stand there twice.</summary>
    /// <exception cref="SweepPlanMistake">It is no object, or one does.</exception>
    public static List<JsonProperty> Members(string where, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new SweepPlanMistake($"\"{where}\" takes an object of settings, such as {{\"stream-length\": 8}}.");
        }

        string? twice = element.EnumerateObject().GroupBy(static property => property.Name).FirstOrDefault(static same => same.Count() > 1)?.Key;
        return twice is null ? [.. element.EnumerateObject()] : throw new SweepPlanMistake($"\"{twice}\" stands twice in {where}: give it once.");
    }

    /// <summary>Returns settings as an object to serialise.</summary>
    public static Dictionary<string, object> Members(IReadOnlyList<SweepSetting> settings) =>
        settings.ToDictionary(static setting => setting.Name, static setting => ValueOf(setting.Value));

    /// <summary>Returns settings with all their values as an object to serialise.</summary>
    public static Dictionary<string, object[]> Members(IReadOnlyList<SweepAxis> axes) =>
        axes.ToDictionary(static axis => axis.Name, static axis => axis.Values.Select(ValueOf).ToArray());

    private static object ValueOf(SweepValue value) => value.Texts is [var one] ? one : value.Texts;
}
