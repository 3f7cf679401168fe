using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Cli.Output;

/// <summary>
/// Sets text in lines of a width: broken at spaces alone, never within a word, nor between a number and its unit.
/// </summary>
/// <remarks>A word that is wider than the line stands out of it: a path or a command is to be copied whole.</remarks>
internal static class TextFlow
{
    // With a bracket or a comma behind it.
    private const int LongestUnit = 5;

    /// <summary>Returns the lines; at least one.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        List<string> lines = [];
        string line = "";
        foreach (string part in Parts(text))
        {
            if (line.Length > 0 && line.Length + 1 + part.Length > width)
            {
                lines.Add(line);
                line = part;
            }
            else
            {
                line = line.Length == 0 ? part : $"{line} {part}";
            }
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Returns the width that no line break makes smaller.</summary>
    public static int LeastWidth(string text) => Parts(text).Select(part => part.Length).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> Parts(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && !IsWithinQuantity(text, i))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    // 12.5 pJ, 34 %, (0.13 mm2
    private static bool IsWithinQuantity(string text, int space)
    {
        ReadOnlySpan<char> rest = text.AsSpan(space + 1);
        int length = rest.IndexOf(' ') is >= 0 and var end ? end : rest.Length;
        return space > 0 && char.IsAsciiDigit(text[space - 1]) && length is > 0 and <= LongestUnit && (char.IsLetter(rest[0]) || rest[0] == '%');
    }
}
