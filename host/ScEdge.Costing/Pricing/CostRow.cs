using System;
using System.Collections.Generic;
using ScEdge.Costing.Architecture;

namespace ScEdge.Costing.Pricing;

/// <summary>What one part of the circuit costs in a step.</summary>
/// <param name="Name">Part.</param>
/// <param name="Category">Where its dynamic energy counts.</param>
/// <param name="Component">Component of the library that prices it, with its multiple; empty for cells.</param>
/// <param name="Instances">Instances.</param>
/// <param name="Operations">Operations in the step.</param>
/// <param name="AreaSquareMicrometres">Area of all instances at 40 nm; um2; null where missing.</param>
/// <param name="EnergyPerOperationAttojoules">Energy of one operation; aJ; null where missing.</param>
/// <param name="DynamicAttojoules">Operations times energy; aJ; zero where missing.</param>
/// <param name="LeakageNanowatts">Leakage of all instances; nW; null where missing.</param>
/// <param name="LeakageAttojoules">Leakage over the time of the step; aJ; zero where missing.</param>
/// <param name="Missing">What the library does not give and the sums therefore exclude: "area", "energy", "leakage".</param>
/// <param name="Basis">What counts and figures rest on.</param>
public sealed record CostRow(
    string Name,
    CostCategory Category,
    string Component,
    long Instances,
    long Operations,
    double? AreaSquareMicrometres,
    long? EnergyPerOperationAttojoules,
    Int128 DynamicAttojoules,
    double? LeakageNanowatts,
    Int128 LeakageAttojoules,
    IReadOnlyList<string> Missing,
    string Basis);
