using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>A deck under construction: many instances of one cell, each with a supply of its own.</summary>
/// <remarks>Times in ns.</remarks>
internal sealed class DeckText
{
    private readonly CellNetlist _netlist;
    private readonly double _volts;
    private readonly StringBuilder _text = new();
    private readonly List<string> _saved = [];

    public DeckText(CellNetlist netlist, double volts)
    {
        _netlist = netlist;
        _volts = volts;
        _text.Append($"* {netlist.Name}\n.include corner.inc\n{netlist.Text}\n");
        _text.Append(CultureInfo.InvariantCulture, $"vone one 0 {volts}\n");
    }

    /// <summary>Adds a wave: levels 0 and 1 with a ramp whose part from 30 to 70 % takes the transition time.</summary>
    /// <param name="node">Node; its source is v and its name.</param>
    /// <param name="first">Level at first.</param>
    /// <param name="transition">Transition time.</param>
    /// <param name="changes">When the level changes: the middles of the ramps.</param>
    public void Wave(string node, bool first, double transition, IEnumerable<double> changes)
    {
        const double Whole = 1 / 0.4;
        bool level = first;
        List<string> points = [Point(0, level)];
        foreach (double time in changes)
        {
            points.Add(Point(time - (0.5 * Whole * transition), level));
            level = !level;
            points.Add(Point(time + (0.5 * Whole * transition), level));
        }

        _text.Append($"v{node} {node} 0 pwl({string.Join(' ', points)})\n");
        Save($"v({node})", $"i(v{node})");
        string Point(double time, bool high) => string.Create(CultureInfo.InvariantCulture, $"{time:0.######}n {(high ? _volts : 0)}");
    }

    /// <summary>Adds an instance with its own supply; its nodes are "d" and "o" with its name behind, of other outputs with their pin too.</summary>
    /// <param name="name">Name.</param>
    /// <param name="inputs">Node of an input.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="loads">Loads of outputs; fF.</param>
    public void Instance(string name, Func<string, string> inputs, LibertyCell cell, IReadOnlyDictionary<string, double> loads)
    {
        _text.Append(CultureInfo.InvariantCulture, $"vd{name} d{name} 0 {_volts}\n");
        Save($"i(vd{name})");
        _text.Append($"x{name} {string.Join(' ', _netlist.Ports.Select(Node))} {_netlist.Name}\n");
        foreach ((string pin, double load) in loads)
        {
            _text.Append(CultureInfo.InvariantCulture, $"c{name}{pin} {Output(name, pin)} 0 {load}f\n");
            Save($"v({Output(name, pin)})");
        }

        string Node(string port) => port.ToUpperInvariant() switch
        {
            CellNetlist.Supply => "d" + name,
            CellNetlist.Ground => "0",
            _ when cell.IndexOf(port) < 0 => throw new InputException($"The cell {cell.Name} has a port {port} that the library does not know."),
            _ => cell.Pins[cell.IndexOf(port)].IsOutput ? Output(name, port) : inputs(port),
        };
    }

    /// <summary>Returns the node of an output.</summary>
    public static string Output(string name, string pin) => $"o{name}{pin}".ToLowerInvariant();

    /// <summary>Adds a measurement.</summary>
    public void Measure(FormattableString what) => _text.Append(".meas tran ").Append(FormattableString.Invariant(what)).Append('\n');

    /// <summary>Measures the time between a crossing of one node and one of another, both after a time.</summary>
    public void Between(string name, (string Node, double Share, bool IsRise) from, (string Node, double Share, bool IsRise) to, double after) =>
        Measure($"{name} trig {Crossing(from, after)} targ {Crossing(to, after)}");

    /// <summary>Measures the charge of a source over a window and its mean current in the last fifth of it: NAMEq and NAMEi.</summary>
    /// <remarks>A current at one time would be that of the integration's ringing.</remarks>
    public void Charge(string name, string source, double from, double to)
    {
        Measure($"{name}q integ i({source}) from={from}n to={to}n");
        Measure($"{name}i avg i({source}) from={to - (0.2 * (to - from))}n to={to}n");
    }

    /// <summary>Returns the deck.</summary>
    /// <param name="end">End of the simulation.</param>
    /// <param name="step">Longest step.</param>
    public string End(double end, double step) =>
        FormattableString.Invariant($"{_text}.save {string.Join(' ', _saved)}\n.tran {step}n {end}n\n.end\n");

    private string Crossing((string Node, double Share, bool IsRise) at, double after) =>
        FormattableString.Invariant($"v({at.Node}) val={at.Share * _volts} td={after}n {(at.IsRise ? "rise" : "fall")}=1");

    private void Save(params string[] vectors) => _saved.AddRange(vectors);
}
