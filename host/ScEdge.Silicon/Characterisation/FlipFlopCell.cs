using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Delays, energies and capacitances of a flip-flop that its clock's rising edge sets.</summary>
/// <remarks>
/// One sequence holds it all, in windows: clock without a change of state, data while the clock is low and high, clock with a change. The change
/// itself is what a clock with it takes beyond one without; it stands with the true output, the inverse has none.
/// </remarks>
internal sealed class FlipFlopCell
{
    private const double Window = 3;
    private const double Before = 0.7;
    private const double EndOfSequence = 15 * Window;

    // Numbers of windows, by their first edge.
    private const int ClockUpZero = 3;
    private const int ClockDownZero = 4;
    private const int DataUpLow = 5;
    private const int SetOne = 6;
    private const int ClockUpOne = 8;
    private const int DataDownHigh = 9;
    private const int DataUpHigh = 10;
    private const int ClockDownOne = 11;
    private const int DataDownLow = 12;
    private const int SetZero = 13;

    private static readonly int[] ClockEdges = [1, 2, ClockUpZero, ClockDownZero, SetOne, 7, ClockUpOne, ClockDownOne, SetZero];
    private static readonly int[] DataEdges = [DataUpLow, DataDownHigh, DataUpHigh, DataDownLow];
    private static readonly int[] Windows = [.. Enumerable.Range(ClockUpZero, SetZero - ClockUpZero + 1).Where(static window => window != 7)];

    private readonly LibertyCell _reference;
    private readonly FlipFlopPins _pins;
    private readonly double[] _loads;

    public FlipFlopCell(LibertyCell reference)
    {
        _reference = reference;
        _pins = FlipFlopPins.Of(reference);
        _loads = CharacterisationGrid.Loads(reference);
    }

    /// <summary>Returns the deck.</summary>
    public string Deck(CellNetlist netlist, double volts)
    {
        DeckText deck = new(netlist, volts);
        string[] outputs = [.. _reference.Pins.Where(static pin => pin.IsOutput).Select(static pin => pin.Name)];
        for (int row = 0; row < CharacterisationGrid.Transitions.Length; row++)
        {
            double transition = CharacterisationGrid.Transitions[row];
            deck.Wave($"c{row}", false, transition, ClockEdges.Select(static edge => edge * Window));
            deck.Wave($"a{row}", false, transition, DataEdges.Select(static edge => edge * Window));
            Charge(deck, $"c{row}", $"vc{row}", ClockUpZero);
            Charge(deck, $"a{row}", $"va{row}", DataUpLow);
            for (int column = 0; column < _loads.Length; column++)
            {
                string name = $"t{row}l{column}";
                int now = row;
                deck.Instance(
                    name, pin => pin == _pins.Data ? $"a{now}" : pin == _pins.Clock ? $"c{now}" : "one", _reference,
                    outputs.ToDictionary(static pin => pin, _ => _loads[column]));
                foreach (int window in Windows)
                {
                    Charge(deck, name, "vd" + name, window);
                }

                foreach (string pin in outputs)
                {
                    foreach ((string edge, int window) in new[] { ("a", SetOne), ("b", SetZero) })
                    {
                        bool rises = (window == SetOne) == (pin == _pins.True);
                        string node = DeckText.Output(name, pin);
                        double after = (window * Window) - Before;
                        deck.Between($"d{edge}{pin}{name}", ($"c{row}", 0.5, true), (node, 0.5, rises), after);
                        deck.Between($"t{edge}{pin}{name}", (node, rises ? 0.3 : 0.7, rises), (node, rises ? 0.7 : 0.3, rises), after);
                    }
                }
            }
        }

        return deck.End(EndOfSequence, 0.1);
    }

    /// <summary>Returns the cell with what was measured.</summary>
    /// <param name="measures">Of the deck.</param>
    /// <param name="leakages">Leakages.</param>
    /// <param name="setup">Setup times of a rising and of a falling data; ns.</param>
    public LibertyCell Read(CellMeasures measures, IReadOnlyList<StateLeakage> leakages, (double Rise, double Fall) setup)
    {
        double clock = measures.Capacitance("c0w" + ClockUpZero) / _loads.Length;
        double data = measures.Capacitance("a0w" + DataUpLow) / _loads.Length;
        double referenceClock = _reference.Pins[_reference.IndexOf(_pins.Clock)].CapacitanceFemtofarads;
        return _reference with
        {
            LeakageNanowatts = leakages.Average(static one => one.Nanowatts),
            StateLeakages = leakages,
            Pins = [.. _reference.Pins.Select(pin => pin.IsOutput
                ? pin with { Arcs = [Arc(pin, measures)], InternalPowers = pin.Name == _pins.True ? [Change(measures)] : [] }
                : pin.Name == _pins.Clock ? pin with { CapacitanceFemtofarads = clock, Arcs = [], InternalPowers = [.. ClockPowers(measures)] }
                : pin.Name == _pins.Data
                    ? pin with
                    {
                        CapacitanceFemtofarads = data,
                        Arcs = [SetupTime.Arc(_pins.Clock, setup)],
                        InternalPowers = [.. DataPowers(measures)],
                    }
                // Set and reset are not exercised; their capacitance goes with that of the clock.
                : pin with { CapacitanceFemtofarads = pin.CapacitanceFemtofarads * clock / referenceClock, Arcs = [], InternalPowers = [] })],
        };
    }

    private static void Charge(DeckText deck, string name, string source, int window) =>
        deck.Charge($"{name}w{window}", source, (window * Window) - Before, ((window + 1) * Window) - Before);

    private TimingArc Arc(LibertyPin pin, CellMeasures measures)
    {
        LookupTable Table(string kind, bool isRise) => CharacterisationGrid.Table(
            _loads, (row, column) => measures.Time($"{kind}{(isRise == (pin.Name == _pins.True) ? "a" : "b")}{pin.Name}t{row}l{column}"));
        return new TimingArc(
            _pins.Clock, TimingSense.NonUnate, TimingKind.ClockToOutput, Table("d", true), Table("d", false), Table("t", true), Table("t", false));
    }

    // One of the two outputs rises with every change, and takes C V^2 for its load.
    private InternalPower Change(CellMeasures measures)
    {
        double Load(int column) => _pins.Inverse is null ? 0 : _loads[column] * measures.Volts * measures.Volts;
        return new(
            [_pins.Clock], null,
            CharacterisationGrid.Table(_loads, (row, column) => Energy(measures, row, column, SetOne) - Energy(measures, row, column, ClockUpZero)
                - (_loads[column] * measures.Volts * measures.Volts)),
            CharacterisationGrid.Table(_loads, (row, column) => Energy(measures, row, column, SetZero) - Energy(measures, row, column, ClockUpOne)
                - Load(column)));
    }

    private IEnumerable<InternalPower> ClockPowers(CellMeasures measures)
    {
        BooleanFunction state = new VariableFunction(_reference.Variables.Count - 1);
        yield return Power(measures, state, ClockUpOne, ClockDownOne);
        yield return Power(measures, new NotFunction(state), ClockUpZero, ClockDownZero);
    }

    private IEnumerable<InternalPower> DataPowers(CellMeasures measures)
    {
        BooleanFunction clock = new VariableFunction(_reference.Variables.ToList().IndexOf(_pins.Clock));
        yield return Power(measures, clock, DataUpHigh, DataDownHigh);
        yield return Power(measures, new NotFunction(clock), DataUpLow, DataDownLow);
    }

    private static InternalPower Power(CellMeasures measures, BooleanFunction when, int up, int down) => new(
        [], when, CharacterisationGrid.Table(row => Energy(measures, row, 1, up)), CharacterisationGrid.Table(row => Energy(measures, row, 1, down)));

    private static double Energy(CellMeasures measures, int row, int column, int window) => measures.Energy($"t{row}l{column}w{window}", Window);
}
