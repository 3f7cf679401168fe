using ScEdge.Experiments.Runs;

namespace ScEdge.Cli.Output;

/// <summary>
/// The line by which the program says what it is.
/// </summary>
internal static class VersionText
{
    /// <summary>Gets the line that <c>--version</c> prints.</summary>
    public static string Line => ProgramVersion.Text(ProgramVersion.Number, ProgramVersion.Commit);
}
