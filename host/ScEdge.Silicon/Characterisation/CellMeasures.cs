using System.Collections.Generic;
using ScEdge.Input;

namespace ScEdge.Silicon.Characterisation;

/// <summary>What a deck of a cell measured.</summary>
/// <param name="Cell">Name of the cell.</param>
/// <param name="Volts">Supply; V.</param>
/// <param name="Values">Measurements.</param>
internal sealed record CellMeasures(string Cell, double Volts, IReadOnlyDictionary<string, double> Values)
{
    /// <summary>Returns a measurement.</summary>
    public double this[string name] => Values.TryGetValue(name, out double value) ? value
        : throw new InputException($"ngspice gives no {name} for the cell {Cell}: its netlist does not do what the library says.");

    /// <summary>Returns a time; ns.</summary>
    public double Time(string name) => this[name] * 1e9;

    /// <summary>Returns the energy that a supply gave in a window, without what leaks at its end; fJ.</summary>
    /// <param name="name">Name of the charge.</param>
    /// <param name="window">Length of the window; ns.</param>
    public double Energy(string name, double window) => -(this[name + "q"] - (this[name + "i"] * window * 1e-9)) * Volts * 1e15;

    /// <summary>Returns the charge of a source over the supply; fF.</summary>
    public double Capacitance(string name) => System.Math.Abs(this[name + "q"]) / Volts * 1e15;
}
