using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Baselines;
using ScEdge.Costing.Libraries;

namespace ScEdge.Costing.Uncertainty;

/// <summary>Energy and area of the binary optimiser, each with its span.</summary>
public sealed class FixedPointSensitivity
{
    /// <summary>Analyses the unit.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The stochastic circuit that it is held against.</param>
    public FixedPointSensitivity(CostLibrary library, ArchitectureModel circuit)
    {
        Unit = new FixedPointUpdate(library, circuit);
        IReadOnlyList<UncertainInput> inputs = UncertainInputs.Of(
            circuit, library, Unit.Parts.Select(static part => part.UncertainComponent).OfType<string>());
        Energy = new(circuit, inputs, one => new FixedPointUpdate(library, one).AttojoulesPerUpdate);
        Area = new(circuit, inputs, one => new FixedPointUpdate(library, one).AreaSquareMicrometres);
    }

    /// <summary>Gets the unit with every input nominal.</summary>
    public FixedPointUpdate Unit { get; }

    /// <summary>Gets the energy of an update; aJ.</summary>
    public Sensitivity Energy { get; }

    /// <summary>Gets the area; um2 at 40 nm.</summary>
    public Sensitivity Area { get; }
}
