namespace ScEdge.Architecture.Tests.Projects;

/// <summary>One row of the allowed graph.</summary>
/// <param name="Folder">Top-level folder of the project.</param>
/// <param name="Name">Project name; also its root namespace.</param>
/// <param name="MayUse">The projects that its code may name.</param>
/// <param name="Packages">The packages that it may reference.</param>
internal sealed record ProjectRow(string Folder, string Name, string[] MayUse, string[] Packages);
