using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Linq;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// Reads the values of options and explains what is wrong with one in a sentence.
/// </summary>
internal static class ValueParser
{
    /// <summary>Reads a whole number.</summary>
    public static int Whole(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : Fail<int>(result, text, "is not a whole number, such as 3");
    }

    /// <summary>Reads a number, also written as a fraction: 0.03125 or 1/32.</summary>
    public static double Number(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        string[] parts = text.Split('/');
        double? value = parts.Length switch
        {
            1 => Real(parts[0]),
            2 => Real(parts[0]) / Real(parts[1]),
            _ => null,
        };
        return value is { } number && double.IsFinite(number) ? number : Fail<double>(result, text, "is not a number, such as 0.03125 or 1/32");
    }

    /// <summary>Reads a seed.</summary>
    public static ulong Seed(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        return ParseSeed(text) ?? Fail<ulong>(result, text, "is not a seed: give a whole number from 0 to 18446744073709551615");
    }

    /// <summary>Reads seeds separated by commas.</summary>
    public static IReadOnlyList<ulong> Seeds(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        ulong?[] seeds = [.. text.Split(',').Select(part => ParseSeed(part.Trim()))];
        return seeds.All(seed => seed is not null)
            ? [.. seeds.Select(seed => seed!.Value)]
            : Fail<IReadOnlyList<ulong>>(result, text, "is not a list of seeds, such as 1,2,3") ?? [];
    }

    /// <summary>Reads one of some words.</summary>
    public static string Choice(ArgumentResult result, IEnumerable<string> words)
    {
        string text = result.Tokens[^1].Value;
        return words.Contains(text) ? text : Fail<string>(result, text, $"is not one of its values: use {string.Join(", ", words)}") ?? text;
    }

    private static T? Fail<T>(ArgumentResult result, string text, string what)
    {
        string name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError($"{name} cannot take \"{text}\", which {what}.");
        return default;
    }

    private static double? Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static ulong? ParseSeed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed : null;
}
