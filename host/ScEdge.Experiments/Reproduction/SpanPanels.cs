using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Uncertainty;
using ScEdge.Experiments.Quantities;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// The figures of circuits with their spans, and what moves them, as a page shows them.
/// </summary>
public static class SpanPanels
{
    private const int BarsShown = 10;

    /// <summary>Builds the table, a row per figure and a column per library.</summary>
    /// <param name="circuits">One analysis per library.</param>
    /// <param name="baselines">The binary optimiser under the same libraries.</param>
    public static SpanTable Of(IReadOnlyList<CircuitSensitivity> circuits, IReadOnlyList<FixedPointSensitivity> baselines) => new(
        [.. circuits.Select(static one => one.Model.Library.Name)],
        [
            Row("Energy of an update", circuits.Select(static one => one.Energy), static value => QuantityText.Energy(value)),
            Row("Power at full speed", circuits.Select(static one => one.Power), QuantityText.Power),
            Row("Million updates per second", circuits.Select(static one => one.Rate), static value => QuantityText.Digits(value * 1e-6)),
            Row("Area", circuits.Select(static one => one.Area), static value => QuantityText.Area(value)),
            Row("Leakage", circuits.Select(static one => one.Leakage), static value => QuantityText.Power(value * 1e-9)),
            Row("Fixed point: energy of an update", baselines.Select(static one => one.Energy), static value => QuantityText.Energy(value)),
            Row("Fixed point: area", baselines.Select(static one => one.Area), static value => QuantityText.Area(value)),
        ]);

    /// <summary>Builds the tornado charts of energy and area under a library.</summary>
    public static IEnumerable<Tornado> Tornados(CircuitSensitivity circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        string library = circuit.Model.Library.Name;
        yield return Of(circuit.Energy, library, "Energy of an update", "pJ", 1e-6);
        yield return Of(circuit.Area, library, "Area", "mm2", 1e-6);
    }

    private static Tornado Of(Sensitivity figure, string library, string title, string unit, double scale)
    {
        IEnumerable<TornadoBar> bars = figure.Swings.Take(BarsShown).Select(
            one => new TornadoBar(one.Input.Name, one.Input.Range, one.Input.Source, one.Low * scale, one.High * scale));
        return new(library, title, unit, figure.Span.Nominal * scale, [.. bars]);
    }

    private static SpanRow Row(string name, IEnumerable<Sensitivity> figures, Func<double, string> text) =>
        new(name, [.. figures.Select(figure => QuantityText.WithSpan(figure.Span, text))]);
}
