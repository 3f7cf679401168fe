using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Experiments.Runs;

namespace ScEdge.Cli.Manuals;

/// <summary>
/// A page for <c>man</c>.
/// </summary>
/// <param name="FileName">Its file, for example scedge-train.1.</param>
/// <param name="Text">The page in roff with the macros of man(7).</param>
internal sealed record ManualPage(string FileName, string Text)
{
    private const string Program = "scedge";
    private const string Description = "Description";
    private const string Usage = "Usage";

    private static readonly Dictionary<string, string> Titles = new()
    {
        [Usage] = "SYNOPSIS",
        [Description] = "DESCRIPTION",
        ["Arguments"] = "ARGUMENTS",
        ["Options"] = "OPTIONS",
        ["Commands"] = "COMMANDS",
        ["Exit codes"] = "EXIT STATUS",
        ["Examples"] = "EXAMPLES",
    };

    /// <summary>Makes the page of a command.</summary>
    /// <param name="path">The words that name the command; none for the program.</param>
    /// <param name="help">Its help: sections of a title and indented lines, a name with its meaning in one line.</param>
    public static ManualPage Of(IReadOnlyList<string> path, string help)
    {
        string name = string.Join('-', path.Prepend(Program));
        Dictionary<string, string[]> sections = Sections(help);
        string[] about = sections[Description];
        List<string> lines =
        [
            $".TH {name.ToUpperInvariant()} 1 \"\" \"{Program} {ProgramVersion.Number}\" \"ScEdge\"",
            ".ad l", // lists of words break where they can, which no spaces can make up for
            ".SH NAME",
            $@"{Escaped(name)} \- {Escaped(FirstSentence(about[0].Trim()))}",
        ];
        foreach ((string section, string title) in Titles)
        {
            if (sections.TryGetValue(section, out string[]? content))
            {
                lines.Add($".SH {title}");
                lines.AddRange(section == Usage ? content.Select(static line => $".B {Escaped(line.Trim())}") : content.SelectMany(Lines));
            }
        }

        if (path.Count > 0)
        {
            lines.AddRange([".SH SEE ALSO", $".BR {Escaped(string.Join('-', path.SkipLast(1).Prepend(Program)))} (1)"]);
        }

        return new ManualPage($"{name}.1", string.Concat(lines.Select(static line => line + "\n")));
    }

    private static Dictionary<string, string[]> Sections(string help)
    {
        Dictionary<string, List<string>> sections = [];
        List<string> current = [];
        foreach (string line in help.Split('\n').Where(static line => line.Length > 0))
        {
            if (line[0] == ' ')
            {
                current.Add(line);
            }
            else
            {
                sections[line.TrimEnd(':')] = current = [];
            }
        }

        return sections.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray());
    }

    private static IEnumerable<string> Lines(string line)
    {
        string text = line.Trim();
        return HelpText.Entry(line) is var (name, meaning) ? [".TP", $".B {Escaped(name)}", Escaped(meaning)]
            : text.StartsWith($"{Program} ", StringComparison.Ordinal) ? [".TP", $".B {Escaped(text)}"]
            : [Escaped(text)];
    }

    private static string FirstSentence(string text) =>
        (text.IndexOf(". ", StringComparison.Ordinal) is > 0 and int end ? text[..end] : text).TrimEnd('.');

    // A line that begins with a dot or an apostrophe would be a request.
    private static string Escaped(string text)
    {
        string escaped = text.Replace(@"\", @"\e", StringComparison.Ordinal)
            .Replace("-", @"\-", StringComparison.Ordinal)
            .Replace("\"", @"\(dq", StringComparison.Ordinal)
            .Replace("|", @"|\:", StringComparison.Ordinal); // a line may end between two values
        return escaped is ['.' or '\'', ..] ? @"\&" + escaped : escaped;
    }
}
