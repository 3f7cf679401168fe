using System;
using System.Linq;
using Mono.Cecil;
using ScEdge.Architecture.Tests.Nano.Rules;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Nano;

/// <summary>Holds the shared assemblies and the firmware to the subset of the chip.</summary>
[Trait("Kind", "Unit")]
public sealed class SharedCodeTests
{
    [Fact]
    public void SharedAssembly_Code_RunsOnTheChip()
    {
        ProjectFile[] shared = ProjectFile.Compiled.Where(project => project.Folder == "shared").ToArray();
        Assert.NotEmpty(shared);
        Breaches.AssertNone(shared.SelectMany(project => Findings(project, NanoMembers.Shared)));
    }

    [Fact]
    public void Firmware_Code_RunsOnTheChip()
    {
        ProjectFile firmware = Assert.Single(ProjectFile.Compiled, project => project.Name == "ScEdge.Firmware");
        Breaches.AssertNone(Findings(firmware, NanoMembers.Shared, NanoMembers.Firmware));
    }

    [Fact]
    public void ReviewedMembers_Lines_AreSortedAndUnique()
    {
        foreach (string list in NanoMembers.Lists)
        {
            string[] lines = NanoMembers.ReadLines(list);
            Assert.Equal(lines.Distinct().Order(StringComparer.Ordinal), lines);
        }
    }

    // A member that is not reviewed yet is shown once, at its first place.
    private static string[] Findings(ProjectFile project, params string[] lists)
    {
        using AssemblyDefinition assembly = project.ReadAssembly();
        return NanoSubset.CreateLint(lists).Check(assembly.MainModule)
            .DistinctBy(finding => finding.Rule == nameof(ReviewedMembers) ? finding.Message : finding.ToString())
            .Select(finding => finding.ToString())
            .ToArray();
    }
}
