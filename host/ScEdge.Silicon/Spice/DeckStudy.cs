using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;

namespace ScEdge.Silicon.Spice;

/// <summary>Runs a deck at its corner and around it.</summary>
/// <param name="runner">What runs it.</param>
/// <param name="corner">The corner in the middle.</param>
public sealed class DeckStudy(SpiceRunner runner, SpiceCorner corner)
{
    /// <summary>Gets who is told what is being done.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Runs a deck.</summary>
    /// <exception cref="InputException">In the middle, one of its results is missing.</exception>
    public DeckFigures Run(SpiceDeck deck)
    {
        ArgumentNullException.ThrowIfNull(deck);
        Progress(deck.Name);
        IReadOnlyDictionary<string, double> middle = runner.Run(deck.With([]), corner);
        string? missing = deck.Results.Select(static one => one.Name).FirstOrDefault(name => !middle.ContainsKey(name));
        if (missing is not null)
        {
            throw new InputException($"ngspice gives no {missing} for the deck {deck.Name} at {corner.Volts:0.##} V: run it by itself to see why.");
        }

        List<(string Condition, IReadOnlyDictionary<string, double> Values)> around = [];
        foreach ((string name, SpiceCorner other) in corner.Around)
        {
            Progress($"{deck.Name}, {name}");
            around.Add((name, runner.Run(deck.With([]), other)));
        }

        foreach (SpiceVariation variation in deck.Variations)
        {
            foreach (string value in variation.Values)
            {
                Progress($"{deck.Name}, {variation.Parameter} {value}");
                around.Add(($"{variation.Parameter} {value}", runner.Run(deck.With([new(variation.Parameter, value)]), corner)));
            }
        }

        return new DeckFigures(deck, [.. deck.Results.Select(result => Figure(result, middle[result.Name], around))]);
    }

    private static SpiceFigure Figure(
        SpiceResult result, double middle, List<(string Condition, IReadOnlyDictionary<string, double> Values)> around)
    {
        SpiceFigure figure = new(result, middle, middle, "", middle, "", []);
        foreach ((string condition, IReadOnlyDictionary<string, double> values) in around)
        {
            figure = !values.TryGetValue(result.Name, out double value) ? figure with { Failed = [.. figure.Failed, condition] }
                : value < figure.Low ? figure with { Low = value, LowAt = condition }
                : value > figure.High ? figure with { High = value, HighAt = condition }
                : figure;
        }

        return figure;
    }
}

/// <summary>What came out of a deck.</summary>
/// <param name="Deck">The deck.</param>
/// <param name="Figures">Its results.</param>
public sealed record DeckFigures(SpiceDeck Deck, IReadOnlyList<SpiceFigure> Figures)
{
    /// <summary>Returns the figure of a result.</summary>
    public SpiceFigure Of(string result) => Figures.Single(one => one.Result.Name == result);
}

/// <summary>A result over all corners.</summary>
/// <param name="Result">The result.</param>
/// <param name="Nominal">In the middle.</param>
/// <param name="Low">The least.</param>
/// <param name="LowAt">Where; empty in the middle.</param>
/// <param name="High">The largest.</param>
/// <param name="HighAt">Where; empty in the middle.</param>
/// <param name="Failed">Where there was none.</param>
public sealed record SpiceFigure(
    SpiceResult Result, double Nominal, double Low, string LowAt, double High, string HighAt, IReadOnlyList<string> Failed);
