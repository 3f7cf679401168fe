namespace ScEdge.Architecture.Tests.Sources;

/// <summary>A type that a file declares directly in its namespace.</summary>
/// <param name="Name">Name without type parameters.</param>
/// <param name="Kind"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c>, <c>record</c> or <c>delegate</c>.</param>
/// <param name="LineCount">Lines of the declaration.</param>
internal sealed record SourceType(string Name, string Kind, int LineCount);
