using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ScEdge.Architecture.Tests;

/// <summary>The working tree that holds the tested projects: the nearest parent folder with the solution file.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folders whose code is the product; tests and documents are not.</summary>
    public static string[] ProductFolders { get; } = ["shared", "host", "emulator", "firmware"];

    private static readonly HashSet<string> IgnoredFolders = ReadIgnoredFolders();

    /// <summary>Lists the files below a folder that may be tracked: none of an ignored folder, none of .git.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.Exists(path) ? Walk(new DirectoryInfo(path)) : [];
    }

    /// <summary>Lists the files of all product folders with one of the extensions.</summary>
    public static IEnumerable<string> ProductFiles(params string[] extensions) =>
        ProductFolders.SelectMany(Files).Where(file => extensions.Contains(Path.GetExtension(file)));

    public static string RelativePath(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName).Concat(
            folder.EnumerateDirectories().Where(child => !IsIgnored(child)).SelectMany(Walk));

    private static bool IsIgnored(DirectoryInfo folder) =>
        IgnoredFolders.Contains(folder.Name + "/") || IgnoredFolders.Contains("/" + RelativePath(folder.FullName) + "/");

    // An ignore line that ends with a slash names a folder: anywhere, or at one place if it begins with a slash too.
    // Other lines are patterns of files and do not matter here.
    private static HashSet<string> ReadIgnoredFolders() =>
        File.ReadLines(Path.Combine(Root, ".gitignore"))
            .Where(line => line.EndsWith('/'))
            .Append("/.git/")
            .ToHashSet();

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ScEdge.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("No parent folder holds ScEdge.sln; run the tests inside the repository.");
    }
}
