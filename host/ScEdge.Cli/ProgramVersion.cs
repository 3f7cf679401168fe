using System.Reflection;

namespace ScEdge.Cli;

/// <summary>
/// Version and commit that the program was built from.
/// </summary>
internal static class ProgramVersion
{
    private static readonly string[] Parts =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+', 2);

    /// <summary>Gets the version, for example <c>0.1.0</c>.</summary>
    public static string Number => Parts[0];

    /// <summary>Gets the commit, or null where the program was not built from a repository.</summary>
    public static string? Commit => Parts.Length > 1 ? Parts[1] : null;

    /// <summary>Gets the line that <c>--version</c> prints.</summary>
    public static string Line => Commit is null ? $"scedge {Number}" : $"scedge {Number} ({Commit[..12]})";
}
