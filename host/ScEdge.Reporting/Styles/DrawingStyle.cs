using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Reporting.Styles;

/// <summary>
/// The look of a drawing that leaves its page: what the style sheet says of its classes on a light page, as attributes of each shape.
/// </summary>
/// <remarks>
/// Programs that take drawings up know attributes; few know style sheets, fewer their variables. Kept are the properties that SVG has as
/// attributes; what arranges a drawing on a page is left out.
/// </remarks>
/// <param name="look">Classes of the drawing itself.</param>
internal sealed class DrawingStyle(string look)
{
    // From the first of these remarks of the style sheet to the second.
    private const string First = "/* Drawings. */";
    private const string Last = "/* Tables and lists. */";

    private static readonly HashSet<string> Kept =
    [
        "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "font-size",
        "font-weight",
    ];

    private static readonly Lazy<IReadOnlyList<DrawingRule>> Rules = new(static () =>
        [.. DrawingRule.Parse(Between(StyleSheet.Text, First, Last)).OrderBy(static rule => rule.Weight)]);

    private static readonly Lazy<Dictionary<string, string>> Palette = new(static () =>
        DrawingRule.Parse($":root {{{Between(StyleSheet.Text, ":root {", "}")}}}")
            .SelectMany(static rule => rule.Declarations).ToDictionary(static one => Bare(one.Name), static one => one.Value));

    private readonly string[] _around = look.Split(' ');
    private readonly Dictionary<(string, string), IReadOnlyList<(string Name, string Value)>> _known = [];

    /// <summary>Gets the colour of the page.</summary>
    public static string Paper => Palette.Value["raised"];

    /// <summary>Returns the attributes that stand for the classes of an element.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes(string element, string classes)
    {
        if (!_known.TryGetValue((element, classes), out IReadOnlyList<(string Name, string Value)>? attributes))
        {
            _known[(element, classes)] = attributes = [.. Find(element, classes.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        }

        return attributes;
    }

    private IEnumerable<(string Name, string Value)> Find(string element, string[] classes)
    {
        Dictionary<string, string> found = [];
        foreach (DrawingRule rule in Rules.Value.Where(rule => rule.IsAbout(element, classes, _around)))
        {
            foreach ((string name, string value) in rule.Declarations)
            {
                found[name] = value;
            }
        }

        return found.Where(static one => Kept.Contains(one.Key))
            .Select(one => (one.Key, Resolve(one.Value, found) is var value && one.Key == "font-size" ? value.Replace("px", "") : value));
    }

    private static string Resolve(string value, Dictionary<string, string> own)
    {
        const string Use = "var(";
        while (value.StartsWith(Use, StringComparison.Ordinal))
        {
            string name = value[Use.Length..^1];
            value = own.TryGetValue(name, out string? found) ? found : Palette.Value[Bare(name)];
        }

        return value;
    }

    private static string Bare(string variable) => variable.TrimStart('-');

    private static string Between(string text, string first, string last)
    {
        int start = text.IndexOf(first, StringComparison.Ordinal) + first.Length;
        return text[start..text.IndexOf(last, start, StringComparison.Ordinal)];
    }
}
