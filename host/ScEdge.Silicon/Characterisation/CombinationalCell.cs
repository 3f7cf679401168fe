using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Delays, transitions, energies and capacitances of a gate.</summary>
/// <remarks>
/// Every input that can change an output does so, at every transition and load.
/// The other inputs stand in the first state in which the output follows, and in the first in which it opposes. Energy of a rising output is that of
/// the cell's supply less C V^2 of the load. Where several outputs change at once each has an equal share.
/// </remarks>
internal sealed class CombinationalCell
{
    private const double Window = CharacterisationGrid.Window;
    private const double FirstEdge = 1;
    private const double Before = 0.7;

    private readonly LibertyCell _reference;
    private readonly string[] _inputs;
    private readonly double[] _loads;
    private readonly List<Path> _paths = [];

    public CombinationalCell(LibertyCell reference)
    {
        _reference = reference;
        _inputs = [.. reference.Variables];
        _loads = CharacterisationGrid.Loads(reference);
        foreach (LibertyPin output in reference.Pins.Where(static pin => pin.IsOutput))
        {
            for (int input = 0; input < _inputs.Length; input++)
            {
                AddPaths(output, input);
            }
        }
    }

    /// <summary>Returns the deck.</summary>
    public string Deck(CellNetlist netlist, double volts)
    {
        DeckText deck = new(netlist, volts);
        foreach ((int index, Path path) in _paths.Index())
        {
            for (int row = 0; row < CharacterisationGrid.Transitions.Length; row++)
            {
                string wave = $"i{index}t{row}";
                deck.Wave(wave, false, CharacterisationGrid.Transitions[row], [FirstEdge, FirstEdge + Window]);
                deck.Charge($"up{index}t{row}", "v" + wave, FirstEdge - Before, FirstEdge - Before + Window);
                deck.Charge($"down{index}t{row}", "v" + wave, FirstEdge - Before + Window, FirstEdge - Before + (2 * Window));
                for (int column = 0; column < _loads.Length; column++)
                {
                    AddInstance(deck, path, wave, $"{index}t{row}l{column}", _loads[column]);
                }
            }
        }

        return deck.End(FirstEdge + (2 * Window), 0.04);
    }

    /// <summary>Returns the cell with what was measured.</summary>
    public LibertyCell Read(CellMeasures measures, IReadOnlyList<StateLeakage> leakages) => _reference with
    {
        LeakageNanowatts = leakages.Average(static one => one.Nanowatts),
        StateLeakages = leakages,
        Pins = [.. _reference.Pins.Select(pin => pin.IsOutput
            ? pin with { Arcs = [.. Arcs(pin, measures)], InternalPowers = [.. Powers(pin, measures)] }
            : pin with { CapacitanceFemtofarads = Capacitance(pin.Name, measures), Arcs = [], InternalPowers = [] })],
    };

    private void AddPaths(LibertyPin output, int input)
    {
        int others = 1 << _inputs.Length;
        foreach (bool follows in new[] { true, false })
        {
            int[] states = [.. Enumerable.Range(0, others).Where(state => (state >> input & 1) == 0
                && output.Function!.In(state) == !follows && output.Function.In(state | 1 << input) == follows)];
            if (states.Length > 0)
            {
                int state = states.MinBy(one => Changing(one, input));
                _paths.Add(new Path(output.Name, input, follows, state, Changing(state, input)));
            }
        }
    }

    private int Changing(int state, int input) => _reference.Pins.Count(pin => pin.IsOutput
        && pin.Function!.In(state) != pin.Function.In(state | 1 << input));

    private void AddInstance(DeckText deck, Path path, string wave, string name, double load)
    {
        string Node(string pin)
        {
            int index = Array.IndexOf(_inputs, pin);
            return index == path.Input ? wave : (path.State >> index & 1) != 0 ? "one" : "0";
        }

        deck.Instance(name, Node, _reference, new Dictionary<string, double> { [path.Output] = load });
        string output = DeckText.Output(name, path.Output);
        foreach ((bool isRise, string edge, double start) in new[] { (true, "a", 0), (false, "b", Window) })
        {
            bool rises = isRise == path.Follows;
            deck.Between($"d{edge}{name}", (wave, 0.5, isRise), (output, 0.5, rises), start + FirstEdge - Before);
            deck.Between($"t{edge}{name}", (output, rises ? 0.3 : 0.7, rises), (output, rises ? 0.7 : 0.3, rises), start + FirstEdge - Before);
            deck.Charge($"e{edge}{name}", "vd" + name, start + FirstEdge - Before, start + FirstEdge - Before + Window);
        }
    }

    private IEnumerable<TimingArc> Arcs(LibertyPin pin, CellMeasures measures) =>
        from path in _paths.Index()
        where path.Item.Output == pin.Name
        let follows = path.Item.Follows
        let table = new Func<string, bool, LookupTable>((kind, isRise) => CharacterisationGrid.Table(
            _loads, (row, column) => measures.Time($"{kind}{(isRise == follows ? "a" : "b")}{path.Index}t{row}l{column}")))
        select new TimingArc(
            _inputs[path.Item.Input], follows ? TimingSense.PositiveUnate : TimingSense.NegativeUnate, TimingKind.Combinational,
            table("d", true), table("d", false), table("t", true), table("t", false));

    private IEnumerable<InternalPower> Powers(LibertyPin pin, CellMeasures measures) =>
        from path in _paths.Index()
        where path.Item.Output == pin.Name
        group path by path.Item.Input into same
        let table = new Func<bool, LookupTable>(isRise => CharacterisationGrid.Table(
            _loads, (row, column) => same.Average(path => Energy(path.Index, path.Item, isRise, row, column, measures))))
        select new InternalPower([_inputs[same.Key]], null, table(true), table(false));

    private double Energy(int index, Path path, bool isRise, int row, int column, CellMeasures measures)
    {
        double taken = measures.Energy($"e{(isRise == path.Follows ? "a" : "b")}{index}t{row}l{column}", Window);
        return (taken - (isRise ? _loads[column] * measures.Volts * measures.Volts : 0)) / path.Changing;
    }

    private double Capacitance(string pin, CellMeasures measures) => _paths.Index().Where(path => _inputs[path.Item.Input] == pin)
        .Average(path => 0.5 * (measures.Capacitance($"up{path.Index}t0") + measures.Capacitance($"down{path.Index}t0"))) / _loads.Length;

    /// <summary>An input that changes an output while the others stand.</summary>
    private sealed record Path(string Output, int Input, bool Follows, int State, int Changing);
}
