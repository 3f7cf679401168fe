using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Delays, energies and capacitances of a clock gate.</summary>
/// <remarks>
/// One sequence holds it all, in windows: a clock that does not pass, the enable while the clock is low, a clock that passes, the enable while the
/// clock is high. What a clock that passes takes stands with the output; one that does not stands with the clock's pin.
/// </remarks>
internal sealed class ClockGateCell
{
    private const double Window = 3;
    private const double Before = 0.7;
    private const double EndOfSequence = 10 * Window;

    // Numbers of windows, by their first edge.
    private const int ClockUp = 1;
    private const int ClockDown = 2;
    private const int EnableUpLow = 3;
    private const int OutputUp = 4;
    private const int EnableDownHigh = 5;
    private const int EnableUpHigh = 6;
    private const int OutputDown = 7;
    private const int EnableDownLow = 8;

    private static readonly int[] ClockEdges = [ClockUp, ClockDown, OutputUp, OutputDown];
    private static readonly int[] EnableEdges = [EnableUpLow, EnableDownHigh, EnableUpHigh, EnableDownLow];

    private readonly LibertyCell _reference;
    private readonly FlipFlopPins _pins;
    private readonly double[] _loads;

    public ClockGateCell(LibertyCell reference)
    {
        _reference = reference;
        _pins = FlipFlopPins.Of(reference);
        _loads = CharacterisationGrid.Loads(reference);
    }

    /// <summary>Returns the deck.</summary>
    public string Deck(CellNetlist netlist, double volts)
    {
        DeckText deck = new(netlist, volts);
        for (int row = 0; row < CharacterisationGrid.Transitions.Length; row++)
        {
            double transition = CharacterisationGrid.Transitions[row];
            (string clock, string enable) = ($"c{row}", $"a{row}");
            deck.Wave(clock, false, transition, ClockEdges.Select(static edge => edge * Window));
            deck.Wave(enable, false, transition, EnableEdges.Select(static edge => edge * Window));
            Charge(deck, clock, "v" + clock, ClockUp);
            Charge(deck, enable, "v" + enable, EnableUpLow);
            for (int column = 0; column < _loads.Length; column++)
            {
                string name = $"t{row}l{column}";
                string node = DeckText.Output(name, _pins.True);
                deck.Instance(
                    name, pin => pin == _pins.Clock ? clock : enable, _reference,
                    new Dictionary<string, double> { [_pins.True] = _loads[column] });
                for (int window = ClockUp; window <= EnableDownLow; window++)
                {
                    Charge(deck, name, "vd" + name, window);
                }

                foreach ((string edge, int window, bool rises) in new[] { ("a", OutputUp, true), ("b", OutputDown, false) })
                {
                    double after = (window * Window) - Before;
                    deck.Between($"d{edge}{name}", (clock, 0.5, rises), (node, 0.5, rises), after);
                    deck.Between($"t{edge}{name}", (node, rises ? 0.3 : 0.7, rises), (node, rises ? 0.7 : 0.3, rises), after);
                }
            }
        }

        return deck.End(EndOfSequence, 0.1);
    }

    /// <summary>Returns the cell with what was measured.</summary>
    /// <param name="measures">Of the deck.</param>
    /// <param name="leakages">Leakages.</param>
    /// <param name="setup">Setup times of a rising and of a falling enable; ns.</param>
    public LibertyCell Read(CellMeasures measures, IReadOnlyList<StateLeakage> leakages, (double Rise, double Fall) setup)
    {
        BooleanFunction Variable(string name) => new VariableFunction(_reference.Variables.ToList().IndexOf(name));
        BooleanFunction clock = Variable(_pins.Clock);
        BooleanFunction isShut = new JoinedFunction('&', new NotFunction(Variable(_pins.Data)), new NotFunction(Variable(_pins.True)));
        return _reference with
        {
            LeakageNanowatts = leakages.Average(static one => one.Nanowatts),
            StateLeakages = leakages,
            Pins = [.. _reference.Pins.Select(pin => pin.IsOutput
                ? pin with { Arcs = [Arc(measures)], InternalPowers = [Passing(measures)] }
                : pin.Name == _pins.Clock
                    ? pin with
                    {
                        CapacitanceFemtofarads = measures.Capacitance("c0w" + ClockUp) / _loads.Length,
                        Arcs = [],
                        InternalPowers = [Power(measures, isShut, ClockUp, ClockDown)],
                    }
                    : pin with
                    {
                        CapacitanceFemtofarads = measures.Capacitance("a0w" + EnableUpLow) / _loads.Length,
                        Arcs = [SetupTime.Arc(_pins.Clock, setup)],
                        InternalPowers =
                        [
                            Power(measures, clock, EnableUpHigh, EnableDownHigh),
                            Power(measures, new NotFunction(clock), EnableUpLow, EnableDownLow),
                        ],
                    })],
        };
    }

    private static void Charge(DeckText deck, string name, string source, int window) =>
        deck.Charge($"{name}w{window}", source, (window * Window) - Before, ((window + 1) * Window) - Before);

    private TimingArc Arc(CellMeasures measures)
    {
        LookupTable Table(string kind) => CharacterisationGrid.Table(_loads, (row, column) => measures.Time($"{kind}t{row}l{column}"));
        return new TimingArc(
            _pins.Clock, TimingSense.PositiveUnate, TimingKind.Combinational, Table("da"), Table("db"), Table("ta"), Table("tb"));
    }

    private InternalPower Passing(CellMeasures measures) => new(
        [_pins.Clock], null,
        CharacterisationGrid.Table(
            _loads, (row, column) => Energy(measures, row, column, OutputUp) - (_loads[column] * measures.Volts * measures.Volts)),
        CharacterisationGrid.Table(_loads, (row, column) => Energy(measures, row, column, OutputDown)));

    private static InternalPower Power(CellMeasures measures, BooleanFunction when, int up, int down) => new(
        [], when, CharacterisationGrid.Table(row => Energy(measures, row, 1, up)), CharacterisationGrid.Table(row => Energy(measures, row, 1, down)));

    private static double Energy(CellMeasures measures, int row, int column, int window) => measures.Energy($"t{row}l{column}w{window}", Window);
}
