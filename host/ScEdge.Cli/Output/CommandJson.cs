using System;
using System.Text.Json;
using ScEdge.Training.Runs;

namespace ScEdge.Cli.Output;

/// <summary>
/// What commands print for programs: one line, names in snake_case, values of a choice as options spell them, numbers without the noise of their
/// last digits. hw-docs/schemas says what is in it, command by command.
/// </summary>
internal static class CommandJson
{
    /// <summary>Returns an object as a line, without its end.</summary>
    public static string Line(object value) => JsonSerializer.Serialize(value, RunJson.Printed);

    /// <summary>Returns a word of the program as a value: stuck set becomes stuck-set.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
