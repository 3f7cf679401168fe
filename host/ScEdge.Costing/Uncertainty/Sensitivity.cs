using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Quantities;

namespace ScEdge.Costing.Uncertainty;

/// <summary>How far a figure of a circuit can be from its nominal value, and which input moves it most.</summary>
/// <remarks>
/// The span is the smallest and the largest figure over all combinations of the inputs' values. Each input in turn takes the value that is
/// best given the others, until none changes. This is the extreme of all combinations whenever the best value of an input does not depend on
/// the others, as it is with sums of products of positive factors; a test compares with all combinations.
/// </remarks>
public sealed class Sensitivity
{
    private readonly ArchitectureModel _circuit;
    private readonly IReadOnlyList<UncertainInput> _inputs;
    private readonly Func<ArchitectureModel, double> _figure;

    /// <summary>Analyses a figure.</summary>
    /// <param name="circuit">Circuit with every input at its nominal value.</param>
    /// <param name="inputs">Uncertain inputs.</param>
    /// <param name="figure">The figure of a circuit.</param>
    public Sensitivity(ArchitectureModel circuit, IReadOnlyList<UncertainInput> inputs, Func<ArchitectureModel, double> figure)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(figure);
        (_circuit, _inputs, _figure) = (circuit, inputs, figure);
        double nominal = figure(circuit);
        Span = new Span(Extreme(nominal, -1), nominal, Extreme(nominal, 1));
        IEnumerable<Swing> swings = inputs.Select(input => SwingOf(input, nominal)).Where(static one => one.High > one.Low);
        Swings = [.. swings.OrderByDescending(static one => one.High - one.Low)];
    }

    /// <summary>Gets the figure with its smallest and largest value.</summary>
    public Span Span { get; }

    /// <summary>Gets what each input does alone, the widest swing first; inputs that change nothing are left out.</summary>
    public IReadOnlyList<Swing> Swings { get; }

    private Swing SwingOf(UncertainInput input, double nominal)
    {
        double[] values = [nominal, .. input.Alternatives.Select(change => _figure(change(_circuit)))];
        return new Swing(input, values.Min(), values.Max());
    }

    /// <summary>The largest figure (sign 1) or the smallest (sign -1).</summary>
    private double Extreme(double nominal, int sign)
    {
        var choices = new Func<ArchitectureModel, ArchitectureModel>?[_inputs.Count];
        double best = nominal;
        bool improved;
        do
        {
            improved = false;
            for (int i = 0; i < choices.Length; i++)
            {
                foreach (Func<ArchitectureModel, ArchitectureModel>? alternative in _inputs[i].Alternatives.Prepend(null))
                {
                    Func<ArchitectureModel, ArchitectureModel>? before = choices[i];
                    choices[i] = alternative;
                    double value = _figure(choices.Aggregate(_circuit, static (circuit, change) => change is null ? circuit : change(circuit)));
                    (best, improved, choices[i]) = sign * value > sign * best ? (value, true, alternative) : (best, improved, before);
                }
            }
        }
        while (improved);
        return best;
    }
}

/// <summary>What one input does to a figure while all others are nominal.</summary>
/// <param name="Input">Input.</param>
/// <param name="Low">Smallest figure over its values.</param>
/// <param name="High">Largest figure over its values.</param>
public sealed record Swing(UncertainInput Input, double Low, double High);
