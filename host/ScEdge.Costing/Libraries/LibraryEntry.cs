using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Libraries;

/// <summary>What one component costs according to one source.</summary>
/// <remarks>A figure that the source does not give is null: it is reported as missing and never taken from elsewhere.</remarks>
/// <param name="Component">Name, one of <see cref="ComponentNames.All"/>.</param>
/// <param name="AreaSquareMicrometres">Area of one instance at the node of the source; um2; or null.</param>
/// <param name="EnergyFemtojoules">Energy of one <paramref name="EnergyPer"/>; fJ; or null.</param>
/// <param name="EnergyPer">"cycle" (one clock at the activity of the source) or "operation" (one use).</param>
/// <param name="LeakageNanowatts">Leakage of one instance; nW; or null.</param>
/// <param name="Source">Where the figures were taken from.</param>
/// <param name="NodeNanometres">Technology node; nm.</param>
/// <param name="VoltageVolts">Supply; V.</param>
/// <param name="Corner">Process corner, clock and activity, as far as the source says.</param>
/// <param name="Confidence">"A" read in a primary source, "B" quoted and unverified, "C" computed, or "assumption".</param>
/// <param name="Includes">What the figures contain and what they leave out.</param>
public sealed record LibraryEntry(
    string Component,
    double? AreaSquareMicrometres,
    double? EnergyFemtojoules,
    string EnergyPer,
    double? LeakageNanowatts,
    string Source,
    double NodeNanometres,
    double VoltageVolts,
    string Corner,
    string Confidence,
    string Includes)
{
    /// <summary>Gets the ends of the area where the source gives a range, with the area between them; um2 at the node of the source.</summary>
    public Span? AreaSpan { get; init; }

    /// <summary>Gets the ends of the energy where the source gives a range; fJ.</summary>
    public Span? EnergySpan { get; init; }

    /// <summary>Gets the ends of the leakage where the source gives a range; nW.</summary>
    public Span? LeakageSpan { get; init; }

    /// <summary>Gets whether one of the figures is a range.</summary>
    public bool HasSpan => (AreaSpan ?? EnergySpan ?? LeakageSpan) is not null;

    /// <summary>Node to which areas are brought; nm.</summary>
    public const double TargetNodeNanometres = 40.0;

    /// <summary>Area at 40 nm, A (40 / node)^2; um2; null where the source gives none. Energy and leakage are not scaled.</summary>
    public double? AreaAt40Nanometres => AreaSquareMicrometres * Shrink;

    /// <summary>Ends of the area at 40 nm; um2; null where the source gives no range.</summary>
    public Span? AreaSpanAt40Nanometres => AreaSpan?.Times(Shrink);

    private double Shrink => TargetNodeNanometres / NodeNanometres * (TargetNodeNanometres / NodeNanometres);
}
