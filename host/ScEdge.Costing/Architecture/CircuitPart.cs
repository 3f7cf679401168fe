using System;
using System.Collections.Generic;
using ScEdge.Costing.Cells;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Architecture;

/// <summary>A part of the circuit: how many there are and how often a step uses them.</summary>
/// <param name="Name">What it is; parts of one circuit have different names.</param>
/// <param name="Category">Where its dynamic energy is counted.</param>
/// <param name="Instances">Instances on the chip; 0 for a part whose area and leakage are those of another one.</param>
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

    /// <summary>What the count or figure rests on.</summary>
    public string Basis { get; init; } = "";

    /// <summary>A part that is one component of the library.</summary>
    internal static CircuitPart Of(
        string name, CostCategory category, long instances, Func<OperationCounts, long> operations, string basis, string component) =>
        new(name, category, instances) { Operations = operations, Choices = [new(component)], Basis = basis };

    /// <summary>A part whose energy follows from the device and whose area is that of another one.</summary>
    internal static CircuitPart OfDevice(
        string name, CostCategory category, Func<OperationCounts, long> operations, Func<CellEnergies, long> attojoules, string basis) =>
        new(name, category, 0) { Operations = operations, DeviceEnergyAttojoules = attojoules, Basis = basis };
}

/// <summary>One way to build a part from a library: so many of a component.</summary>
/// <param name="Component">Name in the library.</param>
/// <param name="Multiple">Components per instance, and their uses per operation of the part.</param>
public sealed record ComponentChoice(string Component, double Multiple = 1);

/// <summary>What energy is spent on; the categories add up to the total.</summary>
public enum CostCategory
{
    /// <summary>SET pulses in the cells.</summary>
    Set,

    /// <summary>RESET pulses in the cells.</summary>
    Reset,

    /// <summary>Drivers, lines, charge pump, DACs and decoders.</summary>
    Driver,

    /// <summary>Reads of cells and their sense amplifiers.</summary>
    Read,

    /// <summary>Gates, counters, arithmetic and the controller.</summary>
    Logic,

    /// <summary>Registers of weights and momentum.</summary>
    Storage,

    /// <summary>Transport between lanes and registers.</summary>
    Wire,

    /// <summary>Leakage of all components over the time taken.</summary>
    Leakage,
}
