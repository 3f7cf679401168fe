using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using ScEdge.Files.Reading;
using ScEdge.Input;

namespace ScEdge.Cli.Configuration;

/// <summary>
/// A file with a user's own defaults: an object by command, in it an object by option, both named as on the command line.
/// </summary>
internal sealed class ConfigurationFile
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false,
    };

    private readonly JsonElement _root;

    private ConfigurationFile(string path, JsonElement root)
    {
        Path = path;
        _root = root;
    }

    /// <summary>Gets the path of the file.</summary>
    public string Path { get; }

    /// <summary>Reads the files that there are, what counts first first.</summary>
    /// <exception cref="InputException">One cannot be read or is no JSON object.</exception>
    public static IReadOnlyList<ConfigurationFile> ReadAll() => [.. ConfigurationPlaces.All().Where(Exists).Select(Read)];

    /// <summary>Returns what the file gives for commands.</summary>
    /// <param name="root">The root of the command line.</param>
    /// <param name="isRead">Whether a command's options are known and asked for; of the others only the names are looked at.</param>
    /// <exception cref="InputException">There is a name that no command or option has, or a value that no option can have.</exception>
    public IReadOnlyList<ConfigurationSetting> Settings(Command root, Func<Command, bool> isRead) => [.. Read(_root, root, "", isRead)];

    // One that was named must be there; the usual ones need not.
    private static bool Exists(string path) =>
        File.Exists(path) || Environment.GetEnvironmentVariable(ConfigurationPlaces.Variable) is not null;

    private static ConfigurationFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(TextFile.Read(path), Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ConfigurationFile(path, document.RootElement.Clone())
                : throw new InputException($"{path} is no object of commands: write {{\"train\": {{\"model\": \"edge\"}}}}, for example.");
        }
        catch (JsonException exception)
        {
            throw new InputException($"{path} is no JSON ({exception.Message.TrimEnd('.')}): mend it, or remove it.", exception);
        }
    }

    private IEnumerable<ConfigurationSetting> Read(JsonElement section, Command command, string name, Func<Command, bool> isRead)
    {
        foreach (JsonProperty entry in section.EnumerateObject())
        {
            if (command.Subcommands.FirstOrDefault(sub => sub.Name == entry.Name) is { } below)
            {
                string path = $"{name} {entry.Name}".TrimStart();
                if (entry.Value.ValueKind != JsonValueKind.Object)
                {
                    throw new InputException($"{Path} gives {path} a value: give an object of its options.");
                }

                foreach (ConfigurationSetting setting in isRead(below) ? Read(entry.Value, below, path, isRead) : [])
                {
                    yield return setting;
                }
            }
            else if (Setting(entry, command, name) is { } setting)
            {
                yield return setting;
            }
        }
    }

    /// <summary>Reads an option; null for a switch that is off.</summary>
    private ConfigurationSetting? Setting(JsonProperty entry, Command command, string name)
    {
        Option option = command.Options.FirstOrDefault(one => !one.Hidden && one.Name == "--" + entry.Name && name.Length > 0)
            ?? throw new InputException(
                name.Length == 0
                    ? $"{Path} has \"{entry.Name}\", which is no command: give commands as scedge --help lists them."
                    : $"{Path} has \"{entry.Name}\" for {name}, which is no option of it: give options as scedge {name} --help lists them.");
        if (option.ValueType == typeof(bool))
        {
            return entry.Value.ValueKind switch
            {
                JsonValueKind.True => new ConfigurationSetting(name, option, [], Path),
                JsonValueKind.False => null,
                _ => throw Wrong(entry, name, "true or false"),
            };
        }

        JsonElement[] values = entry.Value.ValueKind != JsonValueKind.Array ? [entry.Value]
            : option.Arity.MaximumNumberOfValues > 1 ? [.. entry.Value.EnumerateArray()]
            : throw Wrong(entry, name, "one text or number");
        return values.Length > 0 && values.All(static value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            ? new ConfigurationSetting(name, option, [.. values.Select(static value => value.ToString())], Path)
            : throw Wrong(entry, name, "a text or a number");
    }

    private InputException Wrong(JsonProperty entry, string name, string what) =>
        new($"{Path} gives {name} a \"{entry.Name}\" that it cannot take: give {what}.");
}
