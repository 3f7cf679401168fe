using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Libraries;

/// <summary>Bounds of what a component costs, for libraries that do not have it or lack one of its figures.</summary>
/// <remarks>At 40 nm. A component without bounds of its leakage leaks as logic of its area does.</remarks>
/// <param name="Component">Name, one of <see cref="ComponentNames.All"/>.</param>
/// <param name="AreaSquareMicrometres">Area of one instance; um2; null where the component has none of its own.</param>
/// <param name="EnergyFemtojoules">Energy of one use; fJ; null where it has none of its own.</param>
/// <param name="LeakageNanowatts">Leakage of one instance; nW; null to follow from the area.</param>
/// <param name="Source">Where both ends come from.</param>
public sealed record ComponentBound(
    string Component, Bound? AreaSquareMicrometres, Bound? EnergyFemtojoules, Bound? LeakageNanowatts, string Source);
