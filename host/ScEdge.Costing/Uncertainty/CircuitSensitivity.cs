using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Uncertainty;

/// <summary>Energy, power, area, leakage and rate of a circuit, each with its span.</summary>
public sealed class CircuitSensitivity
{
    /// <summary>Analyses a circuit for a step.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Circuit with every input at its nominal value.</param>
    /// <param name="counts">What the optimiser did.</param>
    /// <param name="updates">Parameter updates in it; positive.</param>
    public CircuitSensitivity(CostLibrary library, ArchitectureModel circuit, OperationCounts counts, long updates)
        : this(library, circuit, model => UpdateFigures.Of(model.Price(counts), updates))
    {
    }

    /// <summary>Analyses a circuit.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Circuit with every input at its nominal value.</param>
    /// <param name="price">Prices an update on a circuit.</param>
    public CircuitSensitivity(CostLibrary library, ArchitectureModel circuit, Func<CostModel, UpdateFigures> price)
    {
        CellEnergyTable energies = new();
        Model = new CostModel(library, circuit);
        CostModel Of(ArchitectureModel one) => new(library, one, energies);
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Of(circuit, library, UncertainComponents(Model));
        Energy = new(circuit, inputs, one => price(Of(one)).Attojoules);
        Power = new(circuit, inputs, one => price(Of(one)).PowerWatts);
        Rate = new(circuit, inputs, one => price(Of(one)).PerSecond);
        Area = new(circuit, inputs, one => Of(one).AreaSquareMicrometres);
        Leakage = new(circuit, inputs, one => Of(one).LeakageNanowatts);
    }

    /// <summary>Gets library and circuit, every input nominal.</summary>
    public CostModel Model { get; }

    /// <summary>Gets the energy of a parameter update; aJ.</summary>
    public Sensitivity Energy { get; }

    /// <summary>Gets the mean power at full speed; W.</summary>
    public Sensitivity Power { get; }

    /// <summary>Gets the area; um2 at 40 nm.</summary>
    public Sensitivity Area { get; }

    /// <summary>Gets the leakage; nW.</summary>
    public Sensitivity Leakage { get; }

    /// <summary>Gets the parameter updates per second at full speed.</summary>
    public Sensitivity Rate { get; }

    /// <summary>Returns the components of a model with a figure between two ends.</summary>
    public static IEnumerable<string> UncertainComponents(CostModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Parts.Select(static part => part.UncertainComponent).OfType<string>().Distinct();
    }
}
