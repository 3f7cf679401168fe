using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace ScEdge.Cli.Commands;

/// <summary>
/// Says what is wrong with a command line that cannot be parsed.
/// </summary>
internal static class UsageMistake
{
    /// <summary>Returns the first mistake as one sentence, or null where there is none.</summary>
    public static string? Of(ParseResult result)
    {
        // Help is given for what is there, whatever is wrong with the options beside it.
        if (result.Action is ExampleHelpAction)
        {
            return result.UnmatchedTokens is [string word, ..] && !word.StartsWith('-') ? Unknown(result.CommandResult, word) : null;
        }

        if (result.Errors.Count == 0)
        {
            return null;
        }

        if (result.UnmatchedTokens is [string unknown, ..])
        {
            return IsBehindDashes(result, unknown)
                ? $"{Path(result.CommandResult)} has no argument {unknown}: what stands behind -- is no option; write options before it."
                : Unknown(result.CommandResult, unknown);
        }

        ParseError error = result.Errors[0];
        string place = Path(result.CommandResult);
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0, IdentifierToken: not null } option =>
                $"{option.Option.Name} needs a value: write {option.Option.Name} {option.Option.HelpName ?? "VALUE"}.",
            _ when Missing(result) is { } missing => $"{place} needs {missing.Name} {missing.HelpName ?? "VALUE"}: {Lowered(missing.Description)}",
            ArgumentResult { Tokens.Count: 0, Argument: { } argument } =>
                $"{place} needs {argument.HelpName ?? argument.Name}: {Lowered(argument.Description)}",
            _ => error.Message.ReplaceLineEndings(" "),
        };
    }

    private static Option? Missing(ParseResult result) =>
        result.CommandResult.Command.Options.FirstOrDefault(one => one.Required && result.GetResult(one) is null or { Implicit: true });

    private static string Lowered(string? description) =>
        string.IsNullOrEmpty(description) ? "give it." : char.ToLowerInvariant(description[0]) + description[1..];

    /// <summary>Returns the line that says where to read on.</summary>
    public static string Hint(ParseResult result)
    {
        return $"Try: {Path(result.CommandResult)} --help";
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "scedge";

    private static bool IsBehindDashes(ParseResult result, string word) =>
        result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Any(token => token.Value == word)
        && !result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Any(token => token.Value == word);

    private static string Unknown(CommandResult result, string unknown)
    {
        Command command = result.Command;
        string place = Path(result);
        bool isOption = unknown.StartsWith('-');
        string kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        IEnumerable<string> known = isOption
            ? command.Options.Where(option => !option.Hidden).Select(option => option.Name)
            : command.Subcommands.Select(sub => sub.Name);
        string name = isOption ? unknown.Split('=')[0] : unknown;
        string? closest = known.MinBy(candidate => Distance(name, candidate));
        return closest is not null && Distance(name, closest) <= Math.Max(2, closest.Length / 3)
            ? $"{place} has no {kind} {name}: did you mean {closest}?"
            : $"{place} has no {kind} {name}.";
    }

    /// <summary>Returns how many characters must be inserted, deleted or changed (V. Levenshtein, 1966).</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
