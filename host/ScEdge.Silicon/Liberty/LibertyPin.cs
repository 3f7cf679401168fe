using System.Collections.Generic;

namespace ScEdge.Silicon.Liberty;

/// <summary>A pin of a cell.</summary>
/// <param name="Name">Name.</param>
/// <param name="IsOutput">Whether the cell drives it.</param>
/// <param name="CapacitanceFemtofarads">Capacitance; fF.</param>
/// <param name="Function">Value of an output; null where the library gives none, and for inputs.</param>
/// <param name="InternalPowers">Energies of its changes.</param>
/// <param name="Arcs">Timing.</param>
public sealed record LibertyPin(
    string Name,
    bool IsOutput,
    double CapacitanceFemtofarads,
    BooleanFunction? Function,
    IReadOnlyList<InternalPower> InternalPowers,
    IReadOnlyList<TimingArc> Arcs);
