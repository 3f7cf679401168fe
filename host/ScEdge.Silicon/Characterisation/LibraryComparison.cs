using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>The cells of one library beside those of another.</summary>
public static class LibraryComparison
{
    // Steep, so that hardly any current goes through both kinds of transistors at once: that depends on how strong each of them is.
    private const double Transition = 0.005;
    private const double LoadFemtofarads = 4;

    /// <summary>Returns every cell of a library over that of the reference.</summary>
    /// <remarks>At a transition of 5 ps and a load of 4 fF: mean delay to rising and to falling outputs; energy of a rise and a fall of the output,
    /// inside and for the pins of all inputs; mean capacitance of the inputs; mean leakage of the states.</remarks>
    public static IReadOnlyList<CellRatio> Of(LibertyLibrary library, LibertyLibrary reference)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(reference);
        return [.. library.Cells.Values.Select(cell => Of(
            cell.Name, Figures(cell, library.Volts), Figures(reference.Cells[cell.Name], reference.Volts)))];
    }

    private static CellRatio Of(string name, double[] one, double[] other) => new(
        name, one[0] / other[0], one[1] / other[1], one[2] / other[2], one[3] / other[3], one[4] / other[4]);

    private static double[] Figures(LibertyCell cell, double volts)
    {
        LibertyPin[] inputs = [.. cell.Pins.Where(static pin => !pin.IsOutput)];
        TimingArc[] arcs = [.. cell.Pins.SelectMany(static pin => pin.Arcs)
            .Where(static arc => arc.Kind is TimingKind.Combinational or TimingKind.ClockToOutput)];
        double capacitance = inputs.Length == 0 ? double.NaN : inputs.Average(static pin => pin.CapacitanceFemtofarads);
        double change = cell.Pins.Where(static pin => pin.IsOutput).Sum(pin => Mean(pin.InternalPowers));
        double clock = cell.FlipFlop is null ? 0 : inputs.Sum(pin => Mean(pin.InternalPowers));
        return
        [
            Mean(arcs.Select(static arc => arc.Rise)), Mean(arcs.Select(static arc => arc.Fall)), change + clock + (capacitance * volts * volts),
            capacitance, cell.LeakageNanowatts,
        ];
    }

    /// <summary>Mean over the causes of what a rise and a fall take together.</summary>
    private static double Mean(IReadOnlyList<InternalPower> powers) => powers.Count == 0 ? 0 : powers.Average(static power =>
        (power.Rise?.At(Transition, LoadFemtofarads) ?? 0) + (power.Fall?.At(Transition, LoadFemtofarads) ?? 0));

    private static double Mean(IEnumerable<LookupTable?> tables) =>
        tables.OfType<LookupTable>().Select(static table => table.At(Transition, LoadFemtofarads)).DefaultIfEmpty(double.NaN).Average();
}

/// <summary>A cell over another; not a number where both lack the figure.</summary>
/// <param name="Cell">Name.</param>
/// <param name="Rise">Ratio of delays to a rising output.</param>
/// <param name="Fall">Ratio of delays to a falling output.</param>
/// <param name="Energy">Ratio of energies.</param>
/// <param name="Capacitance">Ratio of the inputs' capacitances.</param>
/// <param name="Leakage">Ratio of leakages.</param>
public sealed record CellRatio(string Cell, double Rise, double Fall, double Energy, double Capacitance, double Leakage);
