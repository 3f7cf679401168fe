using System.CommandLine;
using System.Linq;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// A command line as text that a shell understands.
/// </summary>
internal static class CommandText
{
    private const string Plain = "-_./=,:+@%";

    /// <summary>Returns the command line that was parsed, with the name of the program in front.</summary>
    public static string Of(ParseResult result) => string.Join(' ', result.Tokens.Select(token => Quote(token.Value)).Prepend("scedge"));

    /// <summary>Returns a word as a shell reads it, in quotes where it must be.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || Plain.Contains(character))
            ? word
            : "'" + word.Replace("'", @"'\''") + "'";
}
