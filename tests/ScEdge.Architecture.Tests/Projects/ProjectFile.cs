using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Mono.Cecil;

namespace ScEdge.Architecture.Tests.Projects;

/// <summary>What a project file of the product says about its identity and its references.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument document;

    private ProjectFile(string path)
    {
        document = XDocument.Load(path);
        Name = Path.GetFileNameWithoutExtension(path);
        Directory = Path.GetDirectoryName(path)!;
        RelativePath = Repository.RelativePath(path);
    }

    /// <summary>Every project of the product folders: desktop (.csproj) and chip (.nfproj).</summary>
    public static ProjectFile[] All { get; } =
        Repository.ProductFiles(".csproj", ".nfproj").Select(path => new ProjectFile(path)).ToArray();

    /// <summary>The projects that build on a desktop, so that their assemblies can be read here.</summary>
    public static ProjectFile[] Compiled { get; } =
        All.Where(project => project.RelativePath.EndsWith(".csproj", StringComparison.Ordinal)).ToArray();

    public string Name { get; }

    public string Directory { get; }

    public string RelativePath { get; }

    public string Folder => RelativePath.Split('/')[0];

    public string RootNamespace => Property("RootNamespace") ?? Name;

    public string AssemblyName => Property("AssemblyName") ?? Name;

    /// <summary>Projects named as project, as shared source list or as assembly.</summary>
    public IEnumerable<string> ProjectReferences =>
        Attributes("ProjectReference", "Include").Select(FileName)
            .Concat(Attributes("Import", "Project").Where(path => path.EndsWith(".projitems", StringComparison.Ordinal)).Select(FileName))
            .Concat(Attributes("Reference", "Include").Select(name => name.Split(',')[0]).Where(IsOurs))
            .Where(name => name != Name);

    public IEnumerable<string> Packages => Attributes("PackageReference", "Include");

    /// <summary>Whether an assembly or project name is one of this product's.</summary>
    public static bool IsOurs(string name) => name.StartsWith("ScEdge.", StringComparison.OrdinalIgnoreCase)
        || All.Any(project => project.AssemblyName == name);

    /// <summary>Reads the project's compiled assembly from beside the tests.</summary>
    public AssemblyDefinition ReadAssembly()
    {
        string path = Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll");
        Assert.True(
            File.Exists(path),
            $"{AssemblyName}.dll of {RelativePath} is not beside the tests; let ScEdge.Cli or ScEdge.Architecture.Tests reference it.");
        return AssemblyDefinition.ReadAssembly(path, new ReaderParameters { InMemory = true });
    }

    /// <summary>Names the product's projects that the compiled code refers to.</summary>
    public IEnumerable<string> CompiledReferences()
    {
        using AssemblyDefinition assembly = ReadAssembly();
        return assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).ToArray();
    }

    /// <summary>Names what the compiled code uses: assemblies that it refers to, and projects whose sources are compiled into it.</summary>
    public string[] Used()
    {
        using AssemblyDefinition assembly = ReadAssembly();
        string[] namespaces = assembly.MainModule.Types.Select(type => type.Namespace + ".").Distinct().ToArray();
        return
        [
            .. assembly.MainModule.AssemblyReferences.Select(reference => reference.Name),
            .. from project in All
               where project.Name != Name && namespaces.Any(name => name.StartsWith(project.RootNamespace + ".", StringComparison.Ordinal))
               select project.Name,
        ];
    }

    public override string ToString() => RelativePath;

    private static string FileName(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private string? Property(string name) =>
        document.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private IEnumerable<string> Attributes(string element, string attribute) =>
        document.Descendants().Where(node => node.Name.LocalName == element)
            .Select(node => node.Attribute(attribute)?.Value).OfType<string>();
}
