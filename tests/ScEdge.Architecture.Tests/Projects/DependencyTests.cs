using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Architecture.Tests.Projects;

[Trait("Kind", "Unit")]
public sealed class DependencyTests
{
    [Fact]
    public void Table_AllRows_HaveNoCycle()
    {
        // A project that only uses finished ones can be finished; what is left over at the end sits on a cycle.
        HashSet<string> finished = [];
        int before;
        do
        {
            before = finished.Count;
            finished.UnionWith(ProjectTable.Rows.Where(row => row.MayUse.All(finished.Contains)).Select(row => row.Name));
        }
        while (finished.Count > before);

        Breaches.AssertNone(ProjectTable.Rows.Select(row => row.Name).Except(finished));
    }

    [Fact]
    public void Table_SharedRows_UseSharedProjectsOnly()
    {
        Breaches.AssertNone(
            from row in ProjectTable.Rows
            where row.Folder == "shared"
            from used in row.MayUse
            where ProjectTable.Find(used)?.Folder != "shared"
            select $"{row.Name} may not use {used}");
    }

    [Fact]
    public void Table_ProtocolAndStochastic_DoNotKnowEachOther()
    {
        Assert.DoesNotContain("ScEdge.Stochastic", ProjectTable.Find("ScEdge.Protocol")!.MayUse);
        Assert.DoesNotContain("ScEdge.Protocol", ProjectTable.Find("ScEdge.Stochastic")!.MayUse);
    }

    [Theory]
    [InlineData("ScEdge.Emulator")]
    [InlineData("ScEdge.Boards")]
    public void Table_ComposedProject_IsUsedByTheCommandLineOnly(string project)
    {
        // Samples are no part of the product: they show how a program is composed.
        ProjectRow user = Assert.Single(ProjectTable.Rows, row => row.MayUse.Contains(project) && row.Name != "ScEdge.Samples");
        Assert.Equal("ScEdge.Cli", user.Name);
    }

    [Fact]
    public void Table_Experiments_AreUsedByTheCommandLineAndTheServer() =>
        Assert.Equal(
            ["ScEdge.Cli", "ScEdge.Serve"],
            ProjectTable.Rows.Where(row => row.MayUse.Contains("ScEdge.Experiments")).Select(row => row.Name));

    [Fact]
    public void Table_PageAndServer_AreUsedByNoOther()
    {
        Assert.Equal(["ScEdge.Serve"], ProjectTable.Rows.Where(row => row.MayUse.Contains("ScEdge.Page")).Select(row => row.Name));
        Assert.DoesNotContain(ProjectTable.Rows, row => row.MayUse.Contains("ScEdge.Serve"));
    }

    [Fact]
    public void ProjectFile_OnDisk_HasARowOfItsFolder()
    {
        Assert.NotEmpty(ProjectFile.All);
        Breaches.AssertNone(
            from project in ProjectFile.All
            where ProjectTable.Find(project.Name)?.Folder != project.Folder
            select $"{project}: no row of ProjectTable has this name and folder");
    }

    [Fact]
    public void ProjectFile_References_AreAllowed()
    {
        Breaches.AssertNone(
            from project in ProjectFile.All
            let row = ProjectTable.Find(project.Name)
            where row is not null
            from reference in project.ProjectReferences.Except(row.MayUse)
            select $"{project} may not reference {reference}");
    }

    [Fact]
    public void ProjectFile_Packages_AreAllowed()
    {
        Breaches.AssertNone(
            from project in ProjectFile.All
            let row = ProjectTable.Find(project.Name)
            where row is not null
            from package in project.Packages.Except(row.Packages)
            select $"{project} may not reference the package {package}");
    }

    [Fact]
    public void Assembly_References_AreAllowed()
    {
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            let row = ProjectTable.Find(project.Name)
            where row is not null
            from reference in project.CompiledReferences().Where(ProjectFile.IsOurs).Except(row.MayUse)
            select $"{project.Name}: its code may not use {reference}");
    }

    [Fact]
    public void Table_AllowedUse_Happens()
    {
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            let row = ProjectTable.Find(project.Name)
            where row is not null
            from allowed in row.MayUse.Except(project.Used())
            select $"{project.Name} may use {allowed} and does not; take it out of ProjectTable");
    }

    [Fact]
    public void ProjectFile_References_AreUsed()
    {
        // A reference that only others need comes with theirs.
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            from reference in project.ProjectReferences.Except(project.Used())
            select $"{project} references {reference}, of which its code uses nothing");
    }

    [Fact]
    public void Table_AllowedPackages_AreReferencedAndUsed()
    {
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            let row = ProjectTable.Find(project.Name)
            where row is not null
            from package in row.Packages.Except(project.Packages.Intersect(project.CompiledReferences()))
            select $"{project} may reference the package {package} and does not use it");
    }

    [Fact]
    public void SharedAssembly_ForeignReferences_AreNetstandardOnly()
    {
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            where project.Folder == "shared"
            from reference in project.CompiledReferences()
            where reference != "netstandard" && !ProjectFile.IsOurs(reference)
            select $"{project.Name} may not use {reference}");
    }}
