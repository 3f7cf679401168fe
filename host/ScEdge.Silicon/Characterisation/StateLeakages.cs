using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Leakage of a cell in every state of its inputs and of its flip-flop.</summary>
internal static class StateLeakages
{
    private const double Period = 2;

    /// <summary>Returns the deck.</summary>
    /// <remarks>A flip-flop takes its state from a clock at the beginning; then data and clock go where the state says.</remarks>
    public static string Deck(LibertyCell cell, CellNetlist netlist, double volts)
    {
        DeckText deck = new(netlist, volts);
        string? data = cell.FlipFlop is null ? null : FlipFlopPins.Of(cell).Data;
        string? clock = cell.FlipFlop is null ? null : FlipFlopPins.Of(cell).Clock;
        double end = cell.FlipFlop is null ? 0.002 : 10 * Period;
        for (int state = 0; state < 1 << cell.Variables.Count; state++)
        {
            int now = state;
            if (cell.FlipFlop is not null)
            {
                bool stored = Bit(cell, cell.FlipFlop.Variable, now);
                deck.Wave($"a{now}", stored, 0.02, Bit(cell, data!, now) == stored ? [] : [3 * Period]);
                deck.Wave($"b{now}", false, 0.02, Bit(cell, clock!, now) ? [Period] : [Period, 2 * Period]);
            }

            string Node(string pin) => pin == data ? $"a{now}" : pin == clock ? $"b{now}" : Bit(cell, pin, now) ? "one" : "0";
            deck.Instance($"{now}", Node, cell, new Dictionary<string, double>());
            deck.Measure($"leak{now} avg i(vd{now}) from={0.6 * end}n to={end}n");
        }

        return deck.End(end, end / 50);
    }

    /// <summary>Returns the leakages from what the deck measured.</summary>
    /// <remarks>States of a flip-flop that its reset forbids are there with what they took.</remarks>
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
