using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Input;
using ScEdge.Statistics;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Silicon.Spice;

/// <summary>Cells behind transistors whose hazard is integrated up to thresholds that are drawn: do as many switch as the law says?</summary>
/// <remarks>A threshold is -ln(1 - u), u = (word + 1/2) / 2^32, word number i of the counter-based generator under key (seed, deck).</remarks>
/// <param name="runner">What runs the deck.</param>
/// <param name="corner">Transistors.</param>
public sealed class CellDraws(SpiceRunner runner, SpiceCorner corner)
{
    private const uint Stream = 0x5350_4943;

    /// <summary>Draws.</summary>
    /// <param name="deck">A deck with parameters high, width, tau0, v0, and draws.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="runs">How often it is run.</param>
    /// <exception cref="InputException">The deck takes no draws or gives no results of them.</exception>
    public CellDrawResult Run(SpiceDeck deck, ulong seed, int runs)
    {
        ArgumentNullException.ThrowIfNull(deck);
        double Parameter(string name) => deck.Parameter(name) ?? throw new InputException($"The deck {deck.Name} has no number {name}.");
        SwitchingLaw law = new(Parameter("tau0"), Parameter("v0"));
        double hazard = law.Hazard(Parameter("high"), Parameter("width"));
        ulong key = CounterGenerator.Key(seed, Stream, 0);
        int switched = 0;
        for (int run = 0; run < runs; run++)
        {
            IEnumerable<KeyValuePair<string, string>> thresholds = Enumerable.Range(0, deck.Draws).Select(cell => KeyValuePair.Create(
                $"e{cell}", Threshold(key, (run * deck.Draws) + cell).ToString("R", CultureInfo.InvariantCulture)));
            IReadOnlyDictionary<string, double> measured = runner.Run(deck.With(thresholds), corner);
            switched += Enumerable.Range(0, deck.Draws).Count(cell => measured.TryGetValue($"switched{cell}", out double beyond)
                ? beyond > 0 : throw new InputException($"ngspice gives no switched{cell} for the deck {deck.Name}."));
        }

        int trials = runs * deck.Draws;
        return new CellDrawResult(deck, seed, trials, switched, 1 - Math.Exp(-hazard), WilsonInterval.Of((double)switched / trials, trials));
    }

    private static double Threshold(ulong key, int index)
    {
        uint word = CounterGenerator.Word((uint)key, (uint)(key >> 32), (uint)index);
        return -Math.Log(1 - ((word + 0.5) / 4294967296.0));
    }
}

/// <summary>How many cells switched.</summary>
/// <param name="Deck">The deck.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Trials">Cells.</param>
/// <param name="Switched">Of these, switched.</param>
/// <param name="Law">Share that the law gives at the full drive.</param>
/// <param name="Interval">95 % interval of the share from the trials.</param>
public sealed record CellDrawResult(SpiceDeck Deck, ulong Seed, int Trials, int Switched, double Law, WilsonInterval Interval);
