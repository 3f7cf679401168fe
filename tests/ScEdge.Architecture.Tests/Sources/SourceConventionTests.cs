using System;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Sources;

[Trait("Kind", "Unit")]
public sealed class SourceConventionTests
{
    private const int LongestFile = 500;
    private const int LongestSharedFile = 150;
    private const int LongestLine = 150;

    private static readonly string[] VagueEndings = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager"];

    [Fact]
    public void SourceFile_Namespace_IsItsFolder()
    {
        Assert.NotEmpty(SourceFile.All);
        Breaches.AssertNone(
            from file in SourceFile.All
            where file.Namespace != file.ExpectedNamespace
            where file.Namespace is not null || file.TopLevelTypes.Length > 0
            select $"{file.RelativePath}: namespace {file.Namespace ?? "(none)"} should be {file.ExpectedNamespace}");
    }

    [Fact]
    public void SourceFile_Length_IsLimited()
    {
        Breaches.AssertNone(
            from file in SourceFile.All
            where file.Lines.Length > LongestFile
            select $"{file.RelativePath}: {file.Lines.Length} lines, more than {LongestFile}");
    }

    [Fact]
    public void SourceFile_Lines_FitTheScreen()
    {
        Breaches.AssertNone(
            from path in Repository.Files("")
            where Path.GetExtension(path) == ".cs"
            from line in File.ReadLines(path).Index()
            where line.Item.Length > LongestLine
            select $"{Repository.RelativePath(path)}:{line.Index + 1}: {line.Item.Length} columns, more than {LongestLine}");
    }

    [Fact]
    public void SourceFile_Content_IsTheTypeOfItsNameAndWhatBelongsToIt()
    {
        // Name.Part.cs may hold a part of a partial type Name; a file of top-level statements declares no type.
        Breaches.AssertNone(
            from file in SourceFile.All
            where file.TopLevelTypes.Length > 0
            let owner = file.Name.Split('.')[0]
            let others = file.TopLevelTypes.Where(type => type.Name != owner).ToArray()
            where file.TopLevelTypes.Length - others.Length != 1 || !others.All(type => BelongsTo(owner, type))
            select $"{file.RelativePath}: declares {string.Join(", ", file.TopLevelTypes.Select(type => type.Name))}");
    }

    [Fact]
    public void SourceFile_OfSeveralTypes_IsShort()
    {
        Breaches.AssertNone(
            from file in SourceFile.All
            where file.TopLevelTypes.Length > 1 && file.Lines.Length > LongestSharedFile
            select $"{file.RelativePath}: {file.Lines.Length} lines, more than {LongestSharedFile} for several types");
    }

    [Fact]
    public void SourceFile_Declarations_CoverEveryCompiledType()
    {
        // Guards the tests above: they read declarations by indent and would be silent about one that is set otherwise.
        var found = SourceFile.All.SelectMany(file => file.TopLevelTypes.Select(type => $"{file.Namespace}.{type.Name}")).ToHashSet();
        Breaches.AssertNone(
            from type in ProjectFile.Compiled.SelectMany(CompiledTypes)
            where !type.IsNested && type.Namespace.StartsWith("ScEdge", StringComparison.Ordinal)
            let name = type.FullName.Split('`')[0]
            where !name.Contains('<', StringComparison.Ordinal) && !found.Contains(name)
            select $"{name} is not declared at the indent of .editorconfig");
    }

    [Fact]
    public void Type_Name_SaysWhatItIs()
    {
        Breaches.AssertNone(
            from type in ProjectFile.Compiled.SelectMany(CompiledTypes)
            where type.IsNested || type.Namespace.StartsWith("ScEdge", StringComparison.Ordinal) // else the compiler's own
            let name = type.Name.Split('`')[0]
            where VagueEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            select $"{type.FullName}: name it after what it does");
    }

    /// <summary>Small things stand beside their owner: enumerations, records and delegates, its parameters and results, and the answer beside its
    /// request.</summary>
    private static bool BelongsTo(string owner, SourceType type) =>
        type.Kind.Split(' ')[0] is "enum" or "record" or "delegate"
        || (owner.EndsWith("Request", StringComparison.Ordinal) && type.Name == owner[..^"Request".Length] + "Response");

    private static TypeDefinition[] CompiledTypes(ProjectFile project)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        return assembly.MainModule.GetAllTypes().ToArray();
    }
}
