using System.CommandLine;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// Whether a command line has an option, or the option only its default.
/// </summary>
internal static class OptionPresence
{
    /// <summary>Returns whether the command line gives the option.</summary>
    public static bool IsGiven(this ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };
}
