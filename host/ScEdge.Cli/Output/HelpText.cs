using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Cli.Output;

/// <summary>
/// Sets a help for a width: names of options with what they take whole, prose broken at words, lines to copy as they are.
/// </summary>
internal static class HelpText
{
    private const int Gap = 2;
    private const int Indent = 6;

    // With less room the meaning stands below the name.
    private const int LeastRoom = 40;

    /// <summary>Returns the lines of a help.</summary>
    /// <param name="help">The help, a name with its meaning in one line.</param>
    /// <param name="width">Columns, or more than any line has.</param>
    public static IEnumerable<string> Lines(string help, int width)
    {
        int names = 0;
        string[] lines = help.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            // Each list has a column as wide as its longest name.
            string line = lines[i];
            names = line.Length == 0 ? 0 : names > 0 ? names : NamesWidth(lines, i);
            foreach (string part in Entry(line) is var (name, meaning) ? Entries(name, meaning, names, width) : Prose(line, width))
            {
                yield return part.TrimEnd();
            }
        }
    }

    private static int NamesWidth(string[] lines, int first)
    {
        int width = 0;
        for (int i = first; i < lines.Length && lines[i].Length > 0; i++)
        {
            width = Math.Max(width, Entry(lines[i])?.Name.Length ?? 0);
        }

        return width;
    }

    private static IEnumerable<string> Entries(string name, string meaning, int names, int width)
    {
        int indent = Gap + names + Gap;
        if (width - indent >= LeastRoom)
        {
            return TextFlow.Lines(meaning, width - indent)
                .Select((line, i) => (i == 0 ? $"  {name}".PadRight(indent) : new string(' ', indent)) + line);
        }

        IEnumerable<string> heads = TextFlow.Lines(name, width - Gap).Select((line, i) => new string(' ', i == 0 ? Gap : Indent) + line);
        return [.. heads.SelectMany(line => Choices(line, width)), .. TextFlow.Lines(meaning, width - Indent).Select(Indented)];
    }

    // Between two choices a long list may be broken, within one never.
    private static IEnumerable<string> Choices(string line, int width)
    {
        while (line.Length > width && line.LastIndexOf('|', width - 1) is > Indent and int bar)
        {
            yield return line[..(bar + 1)];
            line = Indented(line[(bar + 1)..]);
        }

        yield return line;
    }

    // A command stands alone, of two blanks behind the margin; everything else is prose.
    private static IEnumerable<string> Prose(string line, int width)
    {
        int margin = line.Length - line.TrimStart().Length;
        return line.AsSpan(margin).StartsWith("scedge")
            ? [line]
            : TextFlow.Lines(line[margin..], Math.Max(1, width - margin)).Select(part => new string(' ', margin) + part);
    }

    private static string Indented(string line) => new string(' ', Indent) + line;

    /// <summary>Splits a line that has a name and, two blanks or more behind it, its meaning; null if it is another one.</summary>
    public static (string Name, string Meaning)? Entry(string line)
    {
        int gap = line.Length > Gap && line.StartsWith("  ", StringComparison.Ordinal) && line[Gap] != ' '
            ? line.IndexOf("  ", Gap, StringComparison.Ordinal)
            : -1;
        return gap < 0 || line[gap..].TrimStart().Length == 0 ? null : (line[Gap..gap], line[gap..].TrimStart());
    }
}
