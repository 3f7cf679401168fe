namespace ScEdge.Costing.Architecture;

/// <summary>One way to build a part from a library: so many of a component.</summary>
/// <param name="Component">Name in the library.</param>
/// <param name="Multiple">Components per instance, and their uses per operation of the part.</param>
public sealed record ComponentChoice(string Component, double Multiple = 1);
