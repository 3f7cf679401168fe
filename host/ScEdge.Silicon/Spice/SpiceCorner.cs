using System.Collections.Generic;

namespace ScEdge.Silicon.Spice;

/// <summary>Transistors, supply and temperature of a run.</summary>
/// <param name="Threshold">Family of the core transistors, as the names of the model cards say it: VTL, VTG, VTH.</param>
/// <param name="Volts">Supply of the core; V.</param>
/// <param name="Process">nom, ss or ff.</param>
/// <param name="Celsius">Temperature; degrees Celsius.</param>
public sealed record SpiceCorner(string Threshold, double Volts, string Process = "nom", double Celsius = 25)
{
    private const double SupplyTolerance = 0.1;
    private const double HotCelsius = 85;

    /// <summary>Gets the corners around this one, one thing changed at a time, with what it is.</summary>
    public IEnumerable<(string Name, SpiceCorner Corner)> Around =>
    [
        ("slow transistors", this with { Process = "ss" }),
        ("fast transistors", this with { Process = "ff" }),
        ("supply 10 % lower", this with { Volts = Volts * (1 - SupplyTolerance) }),
        ("supply 10 % higher", this with { Volts = Volts * (1 + SupplyTolerance) }),
        ("85 C", this with { Celsius = HotCelsius }),
    ];
}
