using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScEdge.Silicon.Spice;

/// <summary>Writes what decks price as a cost library of analogue parts.</summary>
public static class AnalogueLibraryText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the library; a component of several decks spans all of them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="decks">Figures.</param>
    /// <param name="corner">The corner in the middle.</param>
    /// <param name="tool">The simulator's version.</param>
    public static string Write(string name, IEnumerable<DeckFigures> decks, SpiceCorner corner, string tool)
    {
        ArgumentNullException.ThrowIfNull(corner);
        var priced = decks.SelectMany(static deck => deck.Deck.Components.Select(component => (deck, component)))
            .GroupBy(static one => one.component.Name);
        return JsonSerializer.Serialize(
            new
            {
                Name = name,
                Description = "Analogue parts, simulated.",
                Entries = priced.Select(group => Entry(group.Key, [.. group], corner, tool)),
            },
            Options) + "\n";
    }

    private static object Entry(
        string name, IReadOnlyList<(DeckFigures Deck, SpiceComponent Component)> parts, SpiceCorner corner, string tool) => new
        {
            Component = name,
            AreaSquareMicrometres = Range(parts.SelectMany(static one => Areas(one.Deck.Deck, one.Component))),
            EnergyFemtojoules = Range(parts.SelectMany(static one => one.Component.Energies.SelectMany(result => Ends(one.Deck.Of(result))))),
            EnergyPer = "operation",
            LeakageNanowatts = Range(parts.SelectMany(static one => one.Component.Leakages.SelectMany(result => Ends(one.Deck.Of(result))))),
            Source = $"{tool}, FreePDK45 {corner.Threshold}; hw-docs/spice/"
                + string.Join(", ", parts.Select(static one => one.Deck.Deck.Name + ".cir")),
            NodeNanometres = 45,
            VoltageVolts = corner.Volts,
            Corner = $"{corner.Volts.ToString(CultureInfo.InvariantCulture)} V, typical, 25 C; span: 10 % of the supply, slow and fast, 85 C, loads",
            Confidence = "C",
            Includes = string.Join("; ", parts.Select(static one => one.Deck.Deck.Title)),
        };

    private static IEnumerable<double> Ends(SpiceFigure figure) => [figure.Low, figure.Nominal, figure.High];

    private static IEnumerable<double> Areas(SpiceDeck deck, SpiceComponent component)
    {
        if (component.Subcircuit is null)
        {
            return [];
        }

        DeckLayout layout = deck.Layout(component.Subcircuit);
        return [layout.LeastSquareMicrometres * component.Scale, layout.MostSquareMicrometres * component.Scale];
    }

    /// <summary>The ends, and between them the middle of three values, or the geometric mean where there are more or only two.</summary>
    private static object? Range(IEnumerable<double> all)
    {
        double[] values = [.. all.Select(static one => Math.Max(0, one)).Order()];
        return values.Length == 0 ? null : new
        {
            Low = Rounded(values[0]),
            Nominal = Rounded(values.Length == 3 ? values[1] : Math.Sqrt(values[0] * values[^1])),
            High = Rounded(values[^1]),
        };
    }

    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
