using System;
using System.Linq;
using Mono.Cecil;
using ScEdge.Architecture.Tests.Nano.Rules;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Holds the shared assemblies to the subset of the chip.</summary>
[Trait("Kind", "Unit")]
public sealed class SharedCodeTests
{
    [Fact]
    public void SharedAssembly_Code_RunsOnTheChip()
    {
        ProjectFile[] shared = ProjectFile.Compiled.Where(project => project.Folder == "shared").ToArray();
        Assert.NotEmpty(shared);
        Breaches.AssertNone(shared.SelectMany(Findings));
    }

    [Fact]
    public void ReviewedMembers_Lines_AreSortedAndUnique()
    {
        string[] lines = NanoMembers.ReadLines();
        Assert.Equal(lines.Distinct().Order(StringComparer.Ordinal), lines);
    }

    // A member that is not reviewed yet is shown once, at its first place.
    private static string[] Findings(ProjectFile project)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        return NanoSubset.CreateLint().Check(assembly.MainModule)
            .DistinctBy(finding => finding.Rule == nameof(ReviewedMembers) ? finding.Message : finding.ToString())
            .Select(finding => finding.ToString())
            .ToArray();
    }
}
