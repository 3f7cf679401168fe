namespace ScEdge.Cli.Commands;

/// <summary>
/// A line that a reader of the help can copy.
/// </summary>
/// <param name="Line">The line, without the name of the program.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string Line, string Meaning);
