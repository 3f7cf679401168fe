namespace ScEdge.Architecture.Tests.Namespaces;

/// <summary>One row of the allowed graph of a project's folders.</summary>
/// <param name="Project">Project name; also its root namespace.</param>
/// <param name="Folder">Namespace below the root; <see cref="NamespaceTable.Root"/> for the root itself.</param>
/// <param name="MayUse">The namespaces of the same project that its types may name.</param>
internal sealed record NamespaceRow(string Project, string Folder, string[] MayUse);
