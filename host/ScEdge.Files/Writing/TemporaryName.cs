using System;
using System.IO;
using System.Linq;

namespace ScEdge.Files.Writing;

/// <summary>
/// Names of files that are being written: what a killed program leaves of them can be told from everything else.
/// </summary>
public static class TemporaryName
{
    private const string Beginning = ".scedge-";
    private const string Ending = ".tmp";
    private const int Digits = 32;

    /// <summary>Returns whether a name is one that this program made.</summary>
    public static bool IsOurs(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == Beginning.Length + Digits + Ending.Length
            && name.StartsWith(Beginning, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)
            && name.AsSpan(Beginning.Length, Digits).ToArray().All(char.IsAsciiHexDigitLower);
    }

    /// <summary>Removes what is left in a folder, not in those within it; a link goes, not what it leads to.</summary>
    /// <exception cref="IOException">The folder cannot be read or changed.</exception>
    public static void RemoveLeftovers(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder).Where(path => IsOurs(Path.GetFileName(path))))
        {
            File.Delete(path);
        }
    }

    /// <summary>Returns a name that no other file has.</summary>
    public static string New() => $"{Beginning}{Guid.NewGuid():N}{Ending}";
}
