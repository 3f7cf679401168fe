using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Reporting.Styles;

/// <summary>A rule of the style sheet about drawings: an element or classes, maybe inside others, and what they look like.</summary>
/// <param name="Subject">What it is about: an element's name, its classes, or both.</param>
/// <param name="Surroundings">What must stand around it; empty for anything.</param>
/// <param name="Declarations">Properties and values, in their order.</param>
internal sealed record DrawingRule(string Subject, string Surroundings, IReadOnlyList<(string Name, string Value)> Declarations)
{
    /// <summary>Gets how much the rule asks for: the one that asks for more classes wins, then for more elements, then the later.</summary>
    public int Weight => WeightOf(Subject) + WeightOf(Surroundings);

    /// <summary>Reads rules; a selector is a subject, with at most one word around it.</summary>
    public static IEnumerable<DrawingRule> Parse(string text)
    {
        foreach (string rule in WithoutRemarks(text).Split('}', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int brace = rule.IndexOf('{', StringComparison.Ordinal);
            (string Name, string Value)[] declarations =
            [
                .. from declaration in rule[(brace + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                   let colon = declaration.IndexOf(':', StringComparison.Ordinal)
                   select (declaration[..colon].Trim(), declaration[(colon + 1)..].Trim()),
            ];
            foreach (string selector in rule[..brace].Split(',', StringSplitOptions.TrimEntries))
            {
                string[] words = selector.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                yield return new DrawingRule(words[^1], words.Length > 1 ? words[0] : "", declarations);
            }
        }
    }

    /// <summary>Returns whether the rule is about an element.</summary>
    /// <param name="element">Name of the element.</param>
    /// <param name="classes">Its classes.</param>
    /// <param name="around">Classes of the drawing that it stands in.</param>
    public bool IsAbout(string element, IReadOnlyCollection<string> classes, IReadOnlyCollection<string> around) =>
        Meets(Subject, element, classes) && (Surroundings.Length == 0 || Meets(Surroundings, "svg", around));

    private static bool Meets(string selector, string element, IReadOnlyCollection<string> classes)
    {
        bool namesElement = selector[0] != '.';
        string[] parts = Parts(selector);
        return (!namesElement || parts[0] == element) && parts.Skip(namesElement ? 1 : 0).All(classes.Contains);
    }

    private static int WeightOf(string selector)
    {
        const int Class = 100;
        int elements = selector.Length > 0 && selector[0] != '.' ? 1 : 0;
        return elements + (Class * (Parts(selector).Length - elements));
    }

    private static string[] Parts(string selector) => selector.Split('.', StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutRemarks(string text)
    {
        while (text.IndexOf("/*", StringComparison.Ordinal) is >= 0 and int start)
        {
            text = text.Remove(start, text.IndexOf("*/", start, StringComparison.Ordinal) + 2 - start);
        }

        return text;
    }
}
