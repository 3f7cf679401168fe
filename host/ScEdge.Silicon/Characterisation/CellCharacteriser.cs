using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Spice;

namespace ScEdge.Silicon.Characterisation;

/// <summary>Makes a cell library of other transistors or another supply: the cells of a reference with figures of their own.</summary>
/// <remarks>Areas, pins and functions are the reference's; leakage, capacitances, delays and energies come from ngspice.</remarks>
/// <param name="runner">What runs the decks.</param>
/// <param name="corner">Transistors, supply, temperature.</param>
/// <param name="netlists">The cells' transistors.</param>
public sealed class CellCharacteriser(SpiceRunner runner, SpiceCorner corner, IReadOnlyDictionary<string, CellNetlist> netlists)
{
    /// <summary>The cells that the circuits of this project are made of, and others of their kind: 43 of NanGate's names.</summary>
    public static IReadOnlyList<string> UsualCells { get; } =
    [
        "INV_X1", "INV_X2", "INV_X4", "BUF_X1", "BUF_X2", "BUF_X4", "CLKBUF_X1", "NAND2_X1", "NAND2_X2", "NAND3_X1", "NAND4_X1",
        "NOR2_X1", "NOR2_X2", "NOR3_X1", "NOR4_X1", "AND2_X1", "AND3_X1", "AND4_X1", "OR2_X1", "OR3_X1", "OR4_X1", "XOR2_X1", "XNOR2_X1", "MUX2_X1",
        "AOI21_X1", "AOI22_X1", "AOI211_X1", "AOI221_X1", "AOI222_X1", "OAI21_X1", "OAI22_X1", "OAI211_X1", "OAI221_X1", "OAI222_X1", "OAI33_X1",
        "HA_X1", "FA_X1", "DFF_X1", "DFFR_X1", "DFFS_X1", "CLKGATE_X1", "LOGIC0_X1", "LOGIC1_X1",
    ];

    /// <summary>Gets who is told what is being done.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Makes the library.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reference">The library whose cells these are.</param>
    /// <param name="cells">Names of the cells.</param>
    /// <exception cref="InputException">A cell is in neither, or its netlist does not do what the library says.</exception>
    public LibertyLibrary Run(string name, LibertyLibrary reference, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(cells);
        Dictionary<string, LibertyCell> done = [];
        foreach (string cell in cells)
        {
            Progress($"{cell}, {done.Count + 1} of {cells.Count}");
            LibertyCell known = reference.Cells.GetValueOrDefault(cell) ?? throw new InputException($"The cell library has no cell {cell}.");
            done[cell] = Run(known, netlists.GetValueOrDefault(cell) ?? throw new InputException($"The netlist has no cell {cell}."));
        }

        return new LibertyLibrary(name, corner.Volts, corner.Celsius, corner.Process, done);
    }

    private LibertyCell Run(LibertyCell cell, CellNetlist netlist)
    {
        CellMeasures Measure(string deck) => new(cell.Name, corner.Volts, runner.Run(deck, corner));
        StateLeakage[] leakages = StateLeakages.Read(cell, Measure(StateLeakages.Deck(cell, netlist, corner.Volts)));
        if (cell.Variables.Count == 0)
        {
            return cell with { LeakageNanowatts = leakages[0].Nanowatts, StateLeakages = [] };
        }

        if (!cell.IsSequential)
        {
            CombinationalCell gate = new(cell);
            return gate.Read(Measure(gate.Deck(netlist, corner.Volts)), leakages);
        }

        (double Rise, double Fall) setup = SetupTime.Read(Measure(SetupTime.Deck(cell, netlist, corner.Volts)));
        if (cell.ClockGate is not null)
        {
            ClockGateCell clockGate = new(cell);
            return clockGate.Read(Measure(clockGate.Deck(netlist, corner.Volts)), leakages, setup);
        }

        FlipFlopCell flipFlop = new(cell);
        return flipFlop.Read(Measure(flipFlop.Deck(netlist, corner.Volts)), leakages, setup);
    }
}
