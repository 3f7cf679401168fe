namespace ScEdge.Costing.Comparison;

/// <summary>A component within a multiply-accumulate unit.</summary>
/// <param name="Component">Name in the library.</param>
/// <param name="Count">Instances per unit; a fraction where it is shared.</param>
/// <param name="Uses">Operations or cycles of one component, times components, per MAC.</param>
internal sealed record MacPart(string Component, double Count, double Uses);
