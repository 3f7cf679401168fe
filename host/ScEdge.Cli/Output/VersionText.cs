using ScEdge.Experiments.Runs;

namespace ScEdge.Cli.Output;

/// <summary>
/// The line by which the program says what it is.
/// </summary>
internal static class VersionText
{
    /// <summary>Gets the line that <c>--version</c> prints.</summary>
    public static string Line => ProgramVersion.Commit is { } commit
        ? $"scedge {ProgramVersion.Number} ({commit[..12]})"
        : $"scedge {ProgramVersion.Number}";
}
