using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Uncertainty;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Settings;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// Multiplications in an array of gates by source of bits, beside single units, as text and as JSON.
/// </summary>
/// <param name="array">The array.</param>
/// <param name="units">Units of the same library.</param>
internal sealed class ArrayTables(ArrayTable array, MacTable units)
{
    private const int SwingsShown = 6;

    private static readonly (string Column, string Unit)[] Others =
        [("FP32", "FP32 binary"), ("FP16", "FP16 binary"), ("int8", "int8 binary"), ("CMOS SC", MacTable.CmosName)];

    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => array.Macs.Select(mac => new
    {
        Source = SettingNames.Of(mac.Source),
        AreaSquareMicrometres = mac.AreaSquareMicrometres.Nominal,
        AreaLowSquareMicrometres = mac.AreaSquareMicrometres.Low,
        AreaHighSquareMicrometres = mac.AreaSquareMicrometres.High,
        EnergyPerMacAttojoules = mac.Energy.Span.Nominal,
        EnergyPerMacLowAttojoules = mac.Energy.Span.Low,
        EnergyPerMacHighAttojoules = mac.Energy.Span.High,
        Layers = mac.Layers.Select(static layer => new
        {
            Layer = layer.Name,
            ProductsPerImage = layer.Products,
            layer.BitsPerProduct,
            EnergyPerMacAttojoules = layer.AttojoulesPerProduct,
        }),
        mac.Bounded,
    });

    /// <summary>Writes the array, its layers, and what moves the energy of cells most.</summary>
    public void Write(IAnsiConsole console)
    {
        ArrayMac first = array.Macs[0];
        console.WriteLine(
            $"In an array: {CountText.Of(first.Layers.Sum(static layer => layer.Products))} multiplications take an image forward, a gate with its "
            + "share of counters, generators, cells, sense amplifiers and drivers");
        TextTable table = new(1, ["bits from", "area", "energy/MAC", .. Others.Select(static other => other.Column)]);
        foreach (ArrayMac mac in array.Macs)
        {
            table.Add(
            [
                SettingNames.Of(mac.Source),
                QuantityText.WithSpan(mac.AreaSquareMicrometres, static value => QuantityText.Area(value)),
                QuantityText.WithSpan(mac.Energy.Span, static value => QuantityText.Energy(value)),
                .. Others.Select(other => units.Unit(other.Unit).EnergyPerMac is { } energy
                    ? QuantityText.Digits(energy.Value / mac.Energy.Span.Nominal) : QuantityText.Missing),
            ]);
        }

        console.Write(table);
        console.WriteLine(
            "The last columns: energy of that unit over the array's; above 1 favours the array. Smallest and largest within all bounds at once.");
        WriteLayers(console, first);
        WriteSwings(console, first);
    }

    private void WriteLayers(IAnsiConsole console, ArrayMac first)
    {
        TextTable table = new(1, ["layer", "MAC/image", "bits/MAC", .. array.Macs.Select(static mac => SettingNames.Of(mac.Source))]);
        for (int i = 0; i < first.Layers.Count; i++)
        {
            ArrayLayer layer = first.Layers[i];
            table.Add(
            [
                layer.Name, CountText.Of(layer.Products), QuantityText.Digits(layer.BitsPerProduct),
                .. array.Macs.Select(mac => QuantityText.Energy(mac.Layers[i].AttojoulesPerProduct)),
            ]);
        }

        console.Write(table);
    }

    private static void WriteSwings(IAnsiConsole console, ArrayMac first)
    {
        console.WriteLine($"What moves the energy of bits from {SettingNames.Of(first.Source)} most, each input alone");
        TextTable table = new(2, "input", "within", "energy/MAC");
        foreach (Swing swing in first.Energy.Swings.Take(SwingsShown))
        {
            table.Add(swing.Input.Name, swing.Input.Range, $"{QuantityText.Energy(swing.Low)} to {QuantityText.Energy(swing.High)}");
        }

        console.Write(table);
    }
}
