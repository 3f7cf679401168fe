using System.Collections.Generic;

namespace ScEdge.Costing.Architecture;

/// <summary>A part of the circuit: how many there are and how often they are used.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Category">Where its dynamic energy is counted.</param>
/// <param name="Instances">Instances on the chip.</param>
/// <param name="Operations">Uses in the step.</param>
public sealed record ComponentUse(string Name, CostCategory Category, long Instances, long Operations)
{
    /// <summary>Ways to build it; the first whose component the library has is taken. Empty for cells, which are no library's.</summary>
    public IReadOnlyList<ComponentChoice> Choices { get; init; } = [];

    /// <summary>Area of an instance that follows from geometry, not from a library; um2; or null.</summary>
    public double? GeometricAreaSquareMicrometres { get; init; }

    /// <summary>Energy of an operation that follows from the device, not from a library; aJ; or null.</summary>
    public long? DeviceEnergyAttojoules { get; init; }

    /// <summary>Whether the area and leakage of the part are those of another use.</summary>
    public bool HasNoBody { get; init; }

    /// <summary>Whether its operations cost nothing of their own.</summary>
    public bool HasNoEnergy { get; init; }

    /// <summary>What the count or figure rests on.</summary>
    public string Basis { get; init; } = "";
}
