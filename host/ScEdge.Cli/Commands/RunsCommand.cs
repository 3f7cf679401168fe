using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Cli.Settings;
using ScEdge.Cli.Tables;
using ScEdge.Experiments.Comparisons;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge runs</c>: the runs below a folder.
/// </summary>
internal static class RunsCommand
{
    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new("runs", "List the runs below a folder, those of sweeps among them.", AddContents)
    {
        Examples =
        [
            new("runs", "all below runs/"),
            new("runs --where optimizer=sc-adam --where stream-length=32", "only those with these settings"),
            new("runs runs/sweep-lengths --json", "the runs of a sweep for a script"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Argument<string> folder = new("DIR") { Description = "Where to look.", DefaultValueFactory = _ => "runs" };
        Option<string[]> where = new("--where")
        {
            HelpName = "NAME=VALUE",
            Description = "Only runs with this value of a setting of train, or status=training, interrupted, finished; repeatable.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> json = CommandOutput.JsonOption();
        command.Add(folder);
        command.Add(where);
        command.Add(json);
        command.SetAction(parse =>
        {
            (string Name, string Value)[] conditions = [.. (parse.GetValue(where) ?? []).Select(Condition)];
            RunTable table = new([.. RunCatalog.Find(parse.GetRequiredValue(folder)).Where(run => conditions.All(one => Meets(run, one)))]);
            CommandOutput output = new(parse);
            if (parse.GetValue(json))
            {
                output.WriteJson(table.ToJson());
            }
            else
            {
                table.Write(output.Console);
            }
        });
    }

    private static (string Name, string Value) Condition(string text)
    {
        string[] parts = text.Split('=', 2);
        if (parts is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new InputException($"--where cannot take \"{text}\": give for example --where optimizer=sc-adam.");
        }

        string name = parts[0].TrimStart('-');
        return name == "status" || RunSettingTexts.Names.Contains(name)
            ? (name, parts[1])
            : throw new InputException($"\"{name}\" is no setting of train: use status, {string.Join(", ", RunSettingTexts.Names)}.");
    }

    private static bool Meets(FoundRun run, (string Name, string Value) condition) => string.Equals(
        condition.Name == "status" ? run.Manifest.Status.ToString() : RunSettingTexts.Of(run.Manifest.Options, condition.Name),
        condition.Value,
        StringComparison.OrdinalIgnoreCase);
}
