using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Architecture.Tests.Projects;

namespace ScEdge.Architecture.Tests.Namespaces;

/// <summary>Folders have one direction, as projects have.</summary>
[Trait("Kind", "Unit")]
public sealed class NamespaceTests
{
    private static readonly Dictionary<string, SortedDictionary<string, SortedSet<string>>> Uses =
        ProjectFile.Compiled.ToDictionary(project => project.Name, NamespaceUse.In);

    [Fact]
    public void Table_Row_UsesRowsAboveItOnly()
    {
        // Read from the top, the rows of a project are its layers from the ground up: so there is no circle.
        Breaches.AssertNone(
            from project in NamespaceTable.Rows.GroupBy(row => row.Project)
            let order = project.Select(row => row.Folder).ToList()
            from row in project
            from used in row.MayUse
            where order.IndexOf(used) < 0 || order.IndexOf(used) >= order.IndexOf(row.Folder)
            select $"{row.Project}: {row.Folder} may only use a row above its own, not {used}");
    }

    [Fact]
    public void Namespace_OfAProject_HasARow()
    {
        // A project of one namespace has nothing to hold.
        Breaches.AssertNone(
            from project in ProjectFile.Compiled
            let use = Uses[project.Name]
            where use.Count > 1
            from difference in use.Keys.Except(Folders(project)).Select(folder => $"has no row for {folder}")
                .Concat(Folders(project).Except(use.Keys).Select(folder => $"has a row for {folder} but no such namespace"))
            select $"{project.Name} {difference}");
    }

    [Fact]
    public void Namespace_Use_IsAllowed() => Breaches.AssertNone(
        from row in NamespaceTable.Rows
        from used in Use(row).Except(row.MayUse)
        select $"{row.Project}: {row.Folder} may not use {used}");

    [Fact]
    public void Namespace_AllowedUse_Happens() => Breaches.AssertNone(
        from row in NamespaceTable.Rows
        from allowed in row.MayUse.Except(Use(row))
        select $"{row.Project}: {row.Folder} may use {allowed} and does not; take it out of NamespaceTable");

    private static SortedSet<string> Use(NamespaceRow row) =>
        Uses.TryGetValue(row.Project, out var use) && use.TryGetValue(row.Folder, out SortedSet<string>? used) ? used : [];

    private static IEnumerable<string> Folders(ProjectFile project) =>
        NamespaceTable.Rows.Where(row => row.Project == project.Name).Select(row => row.Folder);
}
