using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using ScEdge.Cli.Parsing;

namespace ScEdge.Cli.Configuration;

/// <summary>
/// A default that a file gives for an option of a command.
/// </summary>
/// <param name="Command">The command, such as "presets fit".</param>
/// <param name="Option">The option.</param>
/// <param name="Values">Its values; none for a switch that is on.</param>
/// <param name="File">The file.</param>
internal sealed record ConfigurationSetting(string Command, Option Option, IReadOnlyList<string> Values, string File)
{
    /// <summary>Gets the words of a command line that say the same.</summary>
    public IEnumerable<string> Words =>
        Values.Count == 0 ? [Option.Name] : Values.Select(value => $"{Option.Name}={value}");

    /// <summary>Gets the same as a user would write it.</summary>
    public string Text => Values.Count == 0
        ? Option.Name
        : string.Join(' ', Values.Select(value => $"{Option.Name} {CommandText.Quote(value)}"));
}
