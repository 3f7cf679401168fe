using System;

namespace ScEdge.Cli.Parsing;

/// <summary>
/// Says in one sentence why a command line cannot be understood.
/// </summary>
internal sealed class UsageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="command">The command whose help explains, for example <c>train</c>.</param>
    /// <param name="message">The sentence.</param>
    public UsageException(string command, string message)
        : base(message) => Command = command;

    /// <summary>Gets the command whose help explains.</summary>
    public string Command { get; }
}
