using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>A part of the circuit: how many there are and how often a step uses them.</summary>
/// <param name="Name">What it is; parts of one circuit have different names.</param>
/// <param name="Category">Where its dynamic energy is counted.</param>
/// <param name="Instances">Instances on the chip.</param>
public sealed record CircuitPart(string Name, CostCategory Category, long Instances)
{
    /// <summary>Uses of the part in a step, from what the optimiser did; null for a part that is only there.</summary>
    public Func<OperationCounts, long>? Operations { get; init; }

    /// <summary>Ways to build it; the first whose component the library has is taken. Empty for cells, which are no library's.</summary>
    public IReadOnlyList<ComponentChoice> Choices { get; init; } = [];

    /// <summary>Area of an instance that follows from geometry, not from a library; um2; or null.</summary>
    public double? GeometricAreaSquareMicrometres { get; init; }

    /// <summary>Energy of an operation that follows from the device, not from a library; aJ; or null.</summary>
    public Func<CellEnergies, long>? DeviceEnergyAttojoules { get; init; }

    /// <summary>Whether the area and leakage of the part are those of another one.</summary>
    public bool HasNoBody { get; init; }

    /// <summary>What the count or figure rests on.</summary>
    public string Basis { get; init; } = "";
}
