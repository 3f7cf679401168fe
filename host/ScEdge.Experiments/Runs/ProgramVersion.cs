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
}
