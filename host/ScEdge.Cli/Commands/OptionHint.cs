using System.CommandLine;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Cli.Commands;

/// <summary>
/// Adds to what a library says of an input the option by which the user gives it.
/// </summary>
internal static class OptionHint
{
    /// <summary>Returns the sentence, with the option at its end where the command has one for the setting.</summary>
    public static string Sentence(InputException exception, ParseResult? result)
    {
        string name = $"--{exception.Setting?.Split(' ')[0]}";
        return result is not null && result.CommandResult.Command.Options.Any(option => option.Name == name)
            ? $"{exception.Message.TrimEnd('.')} (--{exception.Setting})."
            : exception.Message;
    }
}
