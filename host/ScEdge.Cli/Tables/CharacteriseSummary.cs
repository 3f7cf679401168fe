using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Silicon.Characterisation;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Spice;

namespace ScEdge.Cli.Tables;

/// <summary>
/// Cells beside those of the library they come from, as text and as JSON.
/// </summary>
/// <param name="corner">Transistors and supply.</param>
/// <param name="library">What was characterised.</param>
/// <param name="reference">Where the cells come from.</param>
internal sealed class CharacteriseSummary(SpiceCorner corner, LibertyLibrary library, LibertyLibrary reference)
{
    private const double Nano = 1e-9;

    private readonly IReadOnlyList<CellRatio> _ratios = LibraryComparison.Of(library, reference);

    /// <summary>Returns an object to serialise; ratios that neither library has a figure for are null.</summary>
    public object ToJson() => new
    {
        corner.Threshold,
        SupplyVolts = corner.Volts,
        TemperatureCelsius = corner.Celsius,
        Reference = reference.Name,
        ReferenceSupplyVolts = reference.Volts,
        Cells = _ratios.Select(one => new
        {
            one.Cell,
            LeakageWatts = library.Cells[one.Cell].LeakageNanowatts * Nano,
            RiseDelayRatio = Known(one.Rise),
            FallDelayRatio = Known(one.Fall),
            EnergyRatio = Known(one.Energy),
            CapacitanceRatio = Known(one.Capacitance),
            LeakageRatio = Known(one.Leakage),
        }),
    };

    /// <summary>Writes the table.</summary>
    public void Write(CommandOutput output)
    {
        TextTable table = new(1, "cell", "leakage, nW", "rise, ratio", "fall", "energy", "input capacitance", "leakage");
        foreach (CellRatio ratio in _ratios)
        {
            table.Add(
                ratio.Cell, library.Cells[ratio.Cell].LeakageNanowatts.ToString("G3", CultureInfo.InvariantCulture), Text(ratio.Rise),
                Text(ratio.Fall), Text(ratio.Energy), Text(ratio.Capacitance), Text(ratio.Leakage));
        }

        table.Add(
            "median", "", Median(static one => one.Rise), Median(static one => one.Fall), Median(static one => one.Energy),
            Median(static one => one.Capacitance), Median(static one => one.Leakage));
        output.Console.Write(table);
        output.WriteProse(
            $"Ratios to {reference.Name} at {reference.Volts.ToString("0.##", CultureInfo.InvariantCulture)} V, at an input transition of 5 ps and a "
            + "load of 4 fF: mean delays, energy of an output's rise and fall with that of the input pins, mean capacitance, mean leakage.");
    }

    private string Median(Func<CellRatio, double> of)
    {
        double[] sorted = [.. _ratios.Select(of).Where(double.IsFinite).Order()];
        return sorted.Length == 0 ? "" : Text(sorted[sorted.Length / 2]);
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static string Text(double value) => !double.IsFinite(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture);
}
