using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using ScEdge.Cli.Configuration;
using ScEdge.Cli.Output;
using Spectre.Console;

namespace ScEdge.Cli.Commands;

/// <summary>
/// <c>scedge config</c>: a user's own defaults and where they come from.
/// </summary>
internal static class ConfigCommand
{
    /// <summary>Name of the command.</summary>
    public const string Name = "config";

    /// <summary>Makes the command.</summary>
    public static ExampleCommand Create() => new(Name, "Show your own defaults and the files they come from.", AddContents)
    {
        Details = "A file is JSON by command and option: "
            + "{\"train\": {\"model\": \"edge\", \"seeds\": \"1,2,3\", \"no-baseline\": true}, "
            + "\"device\": {\"info\": {\"port\": \"/dev/ttyUSB0\"}}}. "
            + "What a command line gives wins, then the working folder's file, then the user's. "
            + $"{ConfigurationPlaces.Variable} names another file instead, or none if it is empty.",
        Examples =
        [
            new("config", "what every command takes from which file, and where files are looked for"),
            new("config --json", "the same, as JSON"),
        ],
    };

    private static void AddContents(ExampleCommand command)
    {
        Option<bool> json = CommandOutput.JsonOption();
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            Command root = parse.RootCommandResult.Command;
            CompleteAll(root);
            IReadOnlyList<ConfigurationFile> files = ConfigurationFile.ReadAll();
            Write([.. files.SelectMany(file => file.Settings(root, static _ => true))], parse.GetValue(json), new CommandOutput(parse));
        });
    }

    private static void CompleteAll(Command command)
    {
        (command as ExampleCommand)?.Complete();
        foreach (Command sub in command.Subcommands)
        {
            CompleteAll(sub);
        }
    }

    private static void Write(IReadOnlyList<ConfigurationSetting> settings, bool json, CommandOutput output)
    {
        IReadOnlyList<string> places = ConfigurationPlaces.All();
        if (json)
        {
            output.WriteJson(new
            {
                Files = places.Select(path => new { Path = path, Found = File.Exists(path) }),
                Settings = settings.Select((setting, i) => new
                {
                    setting.Command, Option = setting.Option.Name, setting.Values, setting.File, Used = !IsOverruled(settings, i),
                }),
            });
            return;
        }

        foreach (string path in places)
        {
            output.WriteText($"{path}{(File.Exists(path) ? "" : ": not there")}");
        }

        if (settings.Count == 0)
        {
            output.WriteProse("No defaults of your own: every option has the one that its help says.");
            return;
        }

        TextTable table = new(3, "command", "default", "file");
        foreach ((int i, ConfigurationSetting setting) in settings.Index())
        {
            table.Add(setting.Command, setting.Text, setting.File + (IsOverruled(settings, i) ? ", overruled" : ""));
        }

        output.Console.Write(table);
    }

    private static bool IsOverruled(IReadOnlyList<ConfigurationSetting> settings, int index) =>
        settings.Take(index).Any(other => other.Option == settings[index].Option);
}
