using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Costing.Uncertainty;
using ScEdge.Experiments.Quantities;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// The figures of circuits with their spans, beside the binary optimiser, and what moves them most.
/// </summary>
/// <param name="circuits">One analysis per library.</param>
/// <param name="baselines">The binary optimiser under the same libraries.</param>
internal sealed class SpanTables(IReadOnlyList<CircuitSensitivity> circuits, IReadOnlyList<FixedPointSensitivity> baselines)
{
    private const int InputsShown = 8;

    /// <summary>Writes the figures with their spans and the largest swings of the energy.</summary>
    public void Write(IAnsiConsole console)
    {
        string[] names = [.. circuits.Select(one => one.Model.Library.Name)];
        console.WriteLine("Figures, with the smallest and the largest within all bounds at once");
        TextTable table = new(1, ["", .. names]);
        Add(table, "energy/update", circuits.Select(one => one.Energy), static value => QuantityText.Energy(value));
        Add(table, "power at full speed", circuits.Select(one => one.Power), QuantityText.Power);
        Add(table, "updates/s", circuits.Select(one => one.Rate), static value => CountText.Of((long)value));
        Add(table, "area", circuits.Select(one => one.Area), static value => QuantityText.Area(value));
        Add(table, "leakage", circuits.Select(one => one.Leakage), static value => QuantityText.Power(value * 1e-9));
        Add(table, "fixed point: energy/update", baselines.Select(one => one.Energy), static value => QuantityText.Energy(value));
        Add(table, "fixed point: area", baselines.Select(one => one.Area), static value => QuantityText.Area(value));
        console.Write(table);
        string rate = CountText.Of((long)baselines[0].Unit.UpdatesPerSecond);
        console.WriteLine(
            $"Fixed point: the same optimiser in binary with stochastic rounding and equal registers, one lane, {rate} updates/s.");
        WriteSwings(console);
    }

    private static void Add(TextTable table, string name, IEnumerable<Sensitivity> figures, Func<double, string> text) =>
        table.Add([name, .. figures.Select(figure => QuantityText.WithSpan(figure.Span, text))]);

    private void WriteSwings(IAnsiConsole console)
    {
        console.WriteLine("What moves the energy of an update most, each input alone");
        TextTable table = new(2, ["input", "within", .. circuits.Select(one => one.Model.Library.Name)]);
        IEnumerable<UncertainInput> inputs = circuits.SelectMany(one => one.Energy.Swings)
            .GroupBy(swing => swing.Input.Name)
            .OrderByDescending(same => same.Max(swing => swing.High - swing.Low))
            .Take(InputsShown)
            .Select(same => same.First().Input);
        foreach (UncertainInput input in inputs)
        {
            table.Add([input.Name, input.Range, .. circuits.Select(one => Text(one.Energy.Swings, input.Name))]);
        }

        console.Write(table);
    }

    private static string Text(IReadOnlyList<Swing> swings, string input) => swings.FirstOrDefault(swing => swing.Input.Name == input) is { } swing
        ? $"{QuantityText.Energy(swing.Low)} to {QuantityText.Energy(swing.High)}"
        : "known";
}
