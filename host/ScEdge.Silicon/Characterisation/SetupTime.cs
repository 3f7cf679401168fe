using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Setup time of a flip-flop or a clock gate: how long before the clock its data must have changed.</summary>
/// <remarks>It has where the state is the new one half a window after the clock.</remarks>
internal static class SetupTime
{
    private const double Window = 3;
    private const double Transition = 0.02;
    private const double Step = 0.03;
    private const int Steps = 16;

    /// <summary>Returns the deck: instances whose data come earlier and earlier, rising and falling.</summary>
    public static string Deck(LibertyCell cell, CellNetlist netlist, double volts)
    {
        FlipFlopPins pins = FlipFlopPins.Of(cell);
        DeckText deck = new(netlist, volts);
        deck.Wave("clock", false, Transition, [Window, 2 * Window, 3 * Window]);
        foreach ((string edge, bool first) in new[] { ("r", false), ("f", true) })
        {
            for (int step = 0; step < Steps; step++)
            {
                string wave = $"{edge}{step}";
                deck.Wave(wave, first, Transition, [(3 * Window) - (step * Step)]);
                deck.Instance(
                    wave, pin => pin == pins.Data ? wave : pin == pins.Clock ? "clock" : "one", cell,
                    new Dictionary<string, double> { [pins.True] = 1 });
                deck.Measure($"q{wave} find v({DeckText.Output(wave, pins.True)}) at={3.5 * Window}n");
            }
        }

        return deck.End(3.6 * Window, 0.1);
    }

    /// <summary>Returns the times from what the deck measured; ns.</summary>
    public static (double Rise, double Fall) Read(CellMeasures measures) => (Read(measures, "r", true), Read(measures, "f", false));

    /// <summary>Returns the arc of the times.</summary>
    public static TimingArc Arc(string clock, (double Rise, double Fall) setup) => new(
        clock, TimingSense.NonUnate, TimingKind.Setup, new LookupTable([0], [0], [setup.Rise]), new LookupTable([0], [0], [setup.Fall]), null, null);

    private static double Read(CellMeasures measures, string edge, bool isOne)
    {
        // The last that fails decides: what comes earlier is taken over.
        int last = Enumerable.Range(0, Steps).LastOrDefault(step => measures[$"q{edge}{step}"] > measures.Volts / 2 != isOne, -1);
        return last + 1 < Steps ? (last + 1) * Step
            : throw new InputException($"{measures.Cell} does not take its data {Steps * Step} ns before the clock.");
    }
}
