using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Pricing;

/// <summary>The cost of one step under one library.</summary>
/// <param name="Library">The library.</param>
/// <param name="Circuit">The circuit.</param>
/// <param name="Rows">Its parts.</param>
/// <param name="Seconds">Time of the step; s.</param>
/// <param name="CyclesPerCell">
/// SET/RESET cycles of a cell in the step, averaged over the stream cells or the register cells, whichever take more.
/// </param>
public sealed record CostReport(
    CostLibrary Library, ArchitectureModel Circuit, IReadOnlyList<CostRow> Rows, double Seconds, double CyclesPerCell)
{
    /// <summary>Dynamic energy; aJ.</summary>
    public Int128 DynamicAttojoules { get; } = Sum(Rows, static row => row.DynamicAttojoules);

    /// <summary>Leakage energy; aJ.</summary>
    public Int128 LeakageAttojoules { get; } = Sum(Rows, static row => row.LeakageAttojoules);

    /// <summary>Total energy; aJ; exactly the sum of all rows and of all categories.</summary>
    public Int128 TotalAttojoules => DynamicAttojoules + LeakageAttojoules;

    /// <summary>Area of the circuit, that of all parts over the share of the chip that they fill; um2 at 40 nm.</summary>
    public double AreaSquareMicrometres { get; } = Rows.Sum(static row => row.AreaSquareMicrometres) / Circuit.Utilisation;

    /// <summary>Leakage of all parts; nW.</summary>
    public double LeakageNanowatts { get; } = Rows.Sum(static row => row.LeakageNanowatts);

    /// <summary>Mean power, energy / time; W; zero if the step takes no time.</summary>
    public double PowerWatts => Seconds > 0 ? Attojoules.ToJoules(TotalAttojoules) / Seconds : 0.0;

    /// <summary>Steps until the busier kind of cell reaches its rated cycles; null without a rating or without wear.</summary>
    public double? StepsUntilWearOut => Circuit.Preset.Endurance is { } rated && CyclesPerCell > 0 ? rated.Value / CyclesPerCell : null;

    /// <summary>Dynamic energy of the parts whose energy lies within bounds only; aJ.</summary>
    public Int128 BoundedAttojoules { get; } = Sum(Rows.Where(static row => row.Bounded.Contains("energy")), static row => row.DynamicAttojoules);

    /// <summary>Rows with a figure that the library lacks.</summary>
    public IEnumerable<CostRow> Bounded => Rows.Where(static row => row.Bounded.Count > 0);

    /// <summary>Energy of a category; aJ.</summary>
    public Int128 CategoryAttojoules(CostCategory category) => category == CostCategory.Leakage
        ? LeakageAttojoules
        : Sum(Rows.Where(row => row.Category == category), static row => row.DynamicAttojoules);

    private static Int128 Sum(IEnumerable<CostRow> rows, Func<CostRow, Int128> energy)
    {
        Int128 sum = 0;
        foreach (CostRow row in rows)
        {
            sum += energy(row);
        }

        return sum;
    }
}

/// <summary>What a parameter update takes on a circuit.</summary>
/// <param name="Attojoules">Energy, leakage at full speed included; aJ.</param>
/// <param name="PerSecond">Updates per second at full speed.</param>
public readonly record struct UpdateFigures(double Attojoules, double PerSecond)
{
    /// <summary>Mean power at full speed; W.</summary>
    public double PowerWatts => Attojoules * 1e-18 * PerSecond;

    /// <summary>Returns the figures of a priced step.</summary>
    public static UpdateFigures Of(CostReport report, long updates)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new((double)report.TotalAttojoules / updates, updates / report.Seconds);
    }
}
