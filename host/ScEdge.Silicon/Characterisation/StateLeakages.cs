using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Leakage of a cell in every state of its inputs and of what it remembers.</summary>
internal static class StateLeakages
{
    private const double Period = 2;

    /// <summary>Returns the deck.</summary>
    /// <remarks>A flip-flop, or a clock gate, takes its state from a clock at the beginning; then data and clock go where the state says.</remarks>
    public static string Deck(LibertyCell cell, CellNetlist netlist, double volts)
    {
        DeckText deck = new(netlist, volts);
        FlipFlopPins? pins = cell.IsSequential ? FlipFlopPins.Of(cell) : null;
        double end = pins is null ? 0.002 : 10 * Period;
        for (int state = 0; state < 1 << cell.Variables.Count; state++)
        {
            int now = state;
            if (pins is not null)
            {
                bool stored = Bit(cell, cell.Variables[^1], now);
                deck.Wave($"a{now}", stored, 0.02, Bit(cell, pins.Data, now) == stored ? [] : [3 * Period]);
                deck.Wave($"b{now}", false, 0.02, Bit(cell, pins.Clock, now) ? [Period] : [Period, 2 * Period]);
            }

            string Node(string pin) => pin == pins?.Data ? $"a{now}" : pin == pins?.Clock ? $"b{now}" : Bit(cell, pin, now) ? "one" : "0";
            deck.Instance($"{now}", Node, cell, new Dictionary<string, double>());
            deck.Measure($"leak{now} avg i(vd{now}) from={0.6 * end}n to={end}n");
        }

        return deck.End(end, end / 50);
    }

    /// <summary>Returns the leakages from what the deck measured.</summary>
    /// <remarks>States that a reset forbids, or an open gate without a clock, are there with what they took.</remarks>
    public static StateLeakage[] Read(LibertyCell cell, CellMeasures measures) =>
        [.. Enumerable.Range(0, 1 << cell.Variables.Count).Select(state => new StateLeakage(
            When(cell.Variables.Count, state), -measures[$"leak{state}"] * measures.Volts * 1e9))];

    private static BooleanFunction When(int variables, int state)
    {
        IEnumerable<BooleanFunction> bits = Enumerable.Range(0, variables).Select(index =>
            (state >> index & 1) != 0 ? (BooleanFunction)new VariableFunction(index) : new NotFunction(new VariableFunction(index)));
        return variables == 0 ? new ConstantFunction(true) : bits.Aggregate(static (left, right) => new JoinedFunction('&', left, right));
    }

    private static bool Bit(LibertyCell cell, string variable, int state) => (state >> cell.Variables.ToList().IndexOf(variable) & 1) != 0;
}
