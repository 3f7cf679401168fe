using ScEdge.Costing.Architecture;
using ScEdge.Costing.Pricing;

namespace ScEdge.Costing.Solving;

/// <summary>A circuit that keeps within a target, and what it achieves.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Report">Its cost for the step.</param>
/// <param name="UpdatesPerSecond">Parameters updated per second.</param>
public sealed record OperatingPoint(ArchitectureModel Circuit, CostReport Report, double UpdatesPerSecond);
