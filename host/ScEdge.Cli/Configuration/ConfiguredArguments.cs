using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using ScEdge.Cli.Parsing;
using ScEdge.Input;

namespace ScEdge.Cli.Configuration;

/// <summary>
/// A command line with the defaults of a user's own files behind it. What the command line gives wins, also over what it excludes.
/// </summary>
internal static class ConfiguredArguments
{
    private const string Dashes = "--";

    /// <summary>Adds the defaults.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="result">The same, parsed.</param>
    /// <param name="files">The files, what counts first first.</param>
    /// <param name="pairs">Options that exclude each other.</param>
    /// <param name="isIdle">Whether an option has nothing to do beside those that are given, named with their first values.</param>
    /// <returns>The command line with the defaults, and what was added.</returns>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public static (string[] Arguments, IReadOnlyList<ConfigurationSetting> Added) Of(
        string[] arguments, ParseResult result, IReadOnlyList<ConfigurationFile> files, IReadOnlyList<ExclusivePair> pairs,
        Func<IReadOnlyDictionary<string, string>, string, bool> isIdle)
    {
        Command[] path = [.. Path(result.CommandResult)];
        Command command = result.CommandResult.Command;
        Dictionary<string, string> given = command.Options.Where(result.IsGiven).ToDictionary(
            static option => option.Name, option => result.GetResult(option)!.Tokens is [{ } first, ..] ? first.Value : "");
        List<ConfigurationSetting> added = [];
        foreach (ConfigurationFile file in files)
        {
            foreach (ConfigurationSetting setting in file.Settings(result.RootCommandResult.Command, path.Contains))
            {
                string name = setting.Option.Name;
                if (command.Options.Contains(setting.Option) && !given.ContainsKey(name)
                    && !given.Keys.Any(other => pairs.Any(pair => pair.Excludes(other, name))))
                {
                    added.Add(setting);
                    given.Add(name, setting.Values is [{ } first, ..] ? first : "");
                }
            }
        }

        // One that goes may have been what another one was for.
        while (added.FirstOrDefault(setting => isIdle(given, setting.Option.Name)) is { } idle)
        {
            added.Remove(idle);
            given.Remove(idle.Option.Name);
        }

        foreach (ConfigurationSetting setting in added)
        {
            Check(setting, result.RootCommandResult.Command);
        }

        int end = Array.IndexOf(arguments, Dashes) is var dashes and >= 0 ? dashes : arguments.Length;
        return ([.. arguments[..end], .. added.SelectMany(setting => setting.Words), .. arguments[end..]], added);
    }

    private static IEnumerable<Command> Path(CommandResult result)
    {
        for (CommandResult? one = result; one is not null; one = one.Parent as CommandResult)
        {
            yield return one.Command;
        }
    }

    private static void Check(ConfigurationSetting setting, Command root)
    {
        ParseResult alone = root.Parse([.. setting.Command.Split(' '), .. setting.Words]);
        if (alone.Errors.FirstOrDefault(error => error.SymbolResult is OptionResult option && option.Option == setting.Option
            || error.SymbolResult is ArgumentResult { Parent: OptionResult above } && above.Option == setting.Option) is { } mistake)
        {
            throw new InputException(
                $"{setting.File} gives {setting.Command} {setting.Text}, which cannot be used: {mistake.Message.ReplaceLineEndings(" ")}");
        }
    }
}
