using System;
using System.IO;
using System.Text;

namespace ScEdge.Vectors.Tests;

/// <summary>The folder tests/vectors of the sources.</summary>
internal static class VectorFolder
{
    /// <summary>Environment variable that, set to 1, lets the tests write the files instead of comparing them.</summary>
    public const string WriteVariable = "SCEDGE_WRITE_VECTORS";

    public static bool Writes => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    public static string PathOf(string name) => Path.Combine(Root(), "tests", "vectors", name);

    public static string Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : "";

    public static void Write(string name, string text) => File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln.");
    }
}
