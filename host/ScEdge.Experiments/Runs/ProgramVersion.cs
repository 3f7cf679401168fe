using System.Reflection;

namespace ScEdge.Experiments.Runs;

/// <summary>
/// Version and commit that the program was built from.
/// </summary>
public static class ProgramVersion
{
    private static readonly string[] Parts =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+', 2);

    /// <summary>Gets the version, for example <c>0.1.0</c>.</summary>
    public static string Number => Parts[0];

    /// <summary>Gets the commit, or null where the program was not built from a repository.</summary>
    public static string? Commit => Parts.Length > 1 ? Parts[1] : null;

    /// <summary>Returns a version with its commit as people read it, for example <c>scedge 0.1.0 (0123456789ab)</c>.</summary>
    public static string Text(string version, string? commit) =>
        commit is { Length: >= 12 } ? $"scedge {version} ({commit[..12]})" : $"scedge {version}";
}
