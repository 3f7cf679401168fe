using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Sources;

/// <summary>A C# file of the product, with its declarations as far as lines and their indent tell them.</summary>
internal sealed partial class SourceFile
{
    private SourceFile(ProjectFile project, string path)
    {
        Project = project;
        RelativePath = Repository.RelativePath(path);
        Name = Path.GetFileNameWithoutExtension(path);
        Lines = File.ReadAllLines(path);

        string folder = Path.GetRelativePath(project.Directory, Path.GetDirectoryName(path)!);
        ExpectedNamespace = folder == "."
            ? project.RootNamespace
            : (project.RootNamespace + "." + folder.Replace('\\', '.').Replace('/', '.')).TrimStart('.');

        Match declared = Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success) ?? Match.Empty;
        Namespace = declared.Success ? declared.Groups["name"].Value : null;
        bool isFileScoped = !declared.Success || declared.Groups["end"].Success;
        TopLevelTypes = Lines.Select(line => TypeLine().Match(line))
            .Where(match => match.Success && match.Groups["indent"].Success != isFileScoped)
            .Select(match => new SourceType(match.Groups["kind"].Value, match.Groups["name"].Value))
            .ToArray();
    }

    /// <summary>Every C# file of every project of the product.</summary>
    public static SourceFile[] All { get; } = ReadAll().ToArray();

    public ProjectFile Project { get; }

    public string RelativePath { get; }

    /// <summary>File name without extension.</summary>
    public string Name { get; }

    public string[] Lines { get; }

    /// <summary>The root namespace of the project and the folders below it.</summary>
    public string ExpectedNamespace { get; }

    public string? Namespace { get; }

    /// <summary>The types that stand directly in the namespace.</summary>
    public SourceType[] TopLevelTypes { get; }

    private static IEnumerable<SourceFile> ReadAll() =>
        from project in ProjectFile.All
        from path in Repository.Files(Path.GetRelativePath(Repository.Root, project.Directory))
        where Path.GetExtension(path) == ".cs"
        select new SourceFile(project, path);

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*(?<end>;)?")]
    private static partial Regex NamespaceLine();

    // The indent is the one of .editorconfig: none below a file-scoped namespace, one step inside a block.
    [GeneratedRegex(
        @"^(?<indent> {4})?((public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*"
        + @"(?<kind>class|struct|interface|enum|record(\s+(class|struct))?|delegate\s+[\w.<>\[\],?*]+)\s+(?<name>\w+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex TypeLine();
}

/// <summary>A type as its declaration reads.</summary>
/// <param name="Kind">class, struct, interface, enum, record and what follows it, or delegate and its result.</param>
/// <param name="Name">Its name without type parameters.</param>
internal sealed record SourceType(string Kind, string Name);
