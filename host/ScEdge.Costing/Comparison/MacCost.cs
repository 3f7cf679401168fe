using System.Collections.Generic;
using ScEdge.Costing.Libraries;

namespace ScEdge.Costing.Comparison;

/// <summary>One multiply-accumulate unit under one library.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Kind">How much it contains.</param>
/// <param name="Contents">Its components, in words.</param>
/// <param name="Area">Area; um2 at 40 nm; null where the library has no such unit.</param>
/// <param name="EnergyPerMac">Energy of one MAC at the stream length; aJ; null where the library has no such unit.</param>
/// <param name="Leakage">Leakage; nW; null where the library has no such unit.</param>
/// <param name="LatencySeconds">Time of one MAC; s; one clock for a binary unit (assumption).</param>
/// <param name="Bounded">Components of it with a figure that the library lacks and that lies within bounds.</param>
/// <param name="Lacking">Components without which there is no such unit and that the library lacks.</param>
public sealed record MacCost(
    string Name,
    MacKind Kind,
    string Contents,
    LibraryQuantity? Area,
    LibraryQuantity? EnergyPerMac,
    LibraryQuantity? Leakage,
    double LatencySeconds,
    IReadOnlyList<string> Bounded,
    IReadOnlyList<string> Lacking)
{
    /// <summary>Components of it with a figure between two ends, those of the library or bounds in its place.</summary>
    public IReadOnlyList<string> Uncertain { get; init; } = [];
}

/// <summary>How much of a multiply-accumulate unit a row contains.</summary>
public enum MacKind
{
    /// <summary>Binary multiplier and adder.</summary>
    Binary,

    /// <summary>Stochastic, with CMOS generators for both operands and its share of a counter.</summary>
    CmosGenerators,

    /// <summary>Stochastic, with CBRAM cells and all their periphery.</summary>
    CbramWithPeriphery,

    /// <summary>The CBRAM cells alone: no driver, sense amplifier, gate or counter.</summary>
    CellLevelOnly,
}

/// <summary>A binary unit over a stochastic one, both of one library.</summary>
/// <param name="Numerator">Binary unit.</param>
/// <param name="Denominator">Stochastic unit.</param>
/// <param name="Area">Ratio of areas; null where one of them has none.</param>
/// <param name="Energy">Ratio of energies per MAC; null where one of them has none.</param>
/// <param name="Scope">How far the ratio holds.</param>
public sealed record MacComparison(
    MacCost Numerator, MacCost Denominator, LibraryRatio? Area, LibraryRatio? Energy, string Scope);
