using System;
using System.Collections.Generic;
using ScEdge.Costing.Architecture;

namespace ScEdge.Costing.Pricing;

/// <summary>What one part of the circuit costs in a step.</summary>
/// <param name="Name">Part.</param>
/// <param name="Category">Where its dynamic energy counts.</param>
/// <param name="Component">Component that prices it, with its multiple; empty for cells.</param>
/// <param name="Instances">Instances.</param>
/// <param name="Operations">Operations in the step.</param>
/// <param name="AreaSquareMicrometres">Area of all instances at 40 nm; um2.</param>
/// <param name="EnergyPerOperationAttojoules">Energy of one operation; aJ; null for a part that is only there.</param>
/// <param name="DynamicAttojoules">Operations times energy; aJ.</param>
/// <param name="LeakageNanowatts">Leakage of all instances; nW.</param>
/// <param name="LeakageAttojoules">Leakage over the time of the step; aJ.</param>
/// <param name="Bounded">Figures that the library lacks and that lie within bounds: "area", "energy", "leakage".</param>
/// <param name="Basis">What counts and figures rest on.</param>
public sealed record CostRow(
    string Name,
    CostCategory Category,
    string Component,
    long Instances,
    long Operations,
    double AreaSquareMicrometres,
    long? EnergyPerOperationAttojoules,
    Int128 DynamicAttojoules,
    double LeakageNanowatts,
    Int128 LeakageAttojoules,
    IReadOnlyList<string> Bounded,
    string Basis);

/// <summary>A part with figures that the library lacks and that lie within bounds.</summary>
/// <param name="Name">Part.</param>
/// <param name="Figures">Of "area", "energy", "leakage".</param>
public sealed record BoundedPart(string Name, IReadOnlyList<string> Figures);
