using System.IO;

namespace ScEdge.Cli.Serving;

/// <summary>
/// The checkout that this program was built from.
/// </summary>
internal static class Checkout
{
    private const string Solution = "ScEdge.sln";

    /// <summary>Returns its folder; null for a program that was installed.</summary>
    /// <param name="folder">Folder of this program.</param>
    public static string? Find(string folder)
    {
        DirectoryInfo? root = new(folder);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, Solution)))
        {
            root = root.Parent;
        }

        return root?.FullName;
    }
}
