using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// Two options of a command of which a command line has one at most; a user's own default gives way to the other one.
/// </summary>
/// <param name="First">Name of an option.</param>
/// <param name="Second">Name of the other one.</param>
/// <param name="Sentence">What refuses both; null for the usual sentence.</param>
internal sealed record ExclusivePair(string First, string Second, string? Sentence = null)
{
    /// <summary>Refuses a command line that has both of a pair.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="command">Name of the command whose help says more.</param>
    /// <param name="pairs">The pairs of the command.</param>
    /// <exception cref="UsageException">It has both.</exception>
    public static void Refuse(ParseResult parse, string command, IEnumerable<ExclusivePair> pairs)
    {
        string[] given = [.. parse.CommandResult.Command.Options.Where(parse.IsGiven).Select(static option => option.Name)];
        if (pairs.FirstOrDefault(pair => given.Contains(pair.First) && given.Contains(pair.Second)) is { } both)
        {
            throw new UsageException(command, both.Sentence ?? $"{both.First} and {both.Second} exclude each other: give one of them.");
        }
    }

    /// <summary>Returns whether an option that is given leaves no place for another one.</summary>
    public bool Excludes(string given, string other) => (given, other) == (First, Second) || (other, given) == (First, Second);
}
