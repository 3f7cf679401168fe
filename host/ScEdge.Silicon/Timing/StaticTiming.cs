using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;

namespace ScEdge.Silicon.Timing;

/// <summary>Longest delays through a circuit, by the tables of its cells.</summary>
/// <remarks>
/// Every net has a latest arrival and a longest transition for either edge; a cell's delay is that of its table at the transition of its
/// input and the load of its output (nonlinear delay model). The clock is ideal and reaches every flip-flop at 0; signals from outside
/// arrive at 0. Longest transitions may belong to other arcs than latest arrivals: the bound is a safe one, as in other tools.
/// </remarks>
public sealed class StaticTiming
{
    private const int Rise = 0;
    private const int Fall = 1;

    private readonly Circuit _circuit;
    private readonly TimingSettings _settings;
    private readonly double[] _loads;
    private readonly double[][] _transitions;
    private readonly IReadOnlyList<int> _order;

    /// <summary>Computes transitions and loads of a circuit.</summary>
    /// <exception cref="InputException">Its gates form a loop.</exception>
    public StaticTiming(Circuit circuit, TimingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(settings);
        _circuit = circuit;
        _settings = settings;
        _loads = circuit.Loads(settings.WireFemtofarads);
        _order = CellOrder.Of(circuit);
        _transitions = [new double[circuit.NetCount], new double[circuit.NetCount]];
        foreach (int net in circuit.Inputs)
        {
            _transitions[Rise][net] = _transitions[Fall][net] = settings.InputTransitionNanoseconds;
        }

        foreach (Edge edge in _order.SelectMany(cell => Edges(circuit.Cells[cell])))
        {
            _transitions[edge.To][edge.Output] = Math.Max(_transitions[edge.To][edge.Output], edge.Transition);
        }
    }

    /// <summary>Gets the load of every net; fF.</summary>
    public IReadOnlyList<double> Loads => _loads;

    /// <summary>Returns the longest transition time of a net; ns.</summary>
    /// <param name="net">The net.</param>
    /// <param name="isRising">Which edge.</param>
    public double Transition(int net, bool isRising) => net < 0 ? 0 : _transitions[isRising ? Rise : Fall][net];

    /// <summary>Returns the longest path from a flip-flop to a flip-flop, or null where there is none.</summary>
    public TimingPath? RegisterToRegister() => Longest(fromInputs: false, toOutputs: false);

    /// <summary>Returns the longest path of all, from and to the outside too, or null where there is none.</summary>
    public TimingPath? Overall() => Longest(fromInputs: true, toOutputs: true);

    private TimingPath? Longest(bool fromInputs, bool toOutputs)
    {
        double[][] arrivals = [Unreached(), Unreached()];
        Dictionary<(int Net, int Edge), (CircuitCell Cell, int Net, int Edge)> origins = [];
        if (fromInputs)
        {
            foreach (int net in _circuit.Inputs)
            {
                arrivals[Rise][net] = arrivals[Fall][net] = 0;
            }
        }

        foreach (CircuitCell cell in _order.Select(index => _circuit.Cells[index]))
        {
            foreach (Edge edge in Edges(cell))
            {
                double start = edge.IsClocked ? 0 : arrivals[edge.From][edge.Input];
                double arrival = start + edge.Delay;
                if (arrival > arrivals[edge.To][edge.Output])
                {
                    arrivals[edge.To][edge.Output] = arrival;
                    origins[(edge.Output, edge.To)] = (cell, edge.IsClocked ? -1 : edge.Input, edge.From);
                }
            }
        }

        var ends = _circuit.Cells.SelectMany(cell => Setups(cell, arrivals));
        if (toOutputs)
        {
            ends = ends.Concat(
                from net in _circuit.Outputs
                from edge in new[] { Rise, Fall }
                select new PathEnd(net, edge, arrivals[edge][net], null));
        }

        PathEnd? last = ends.Where(static end => double.IsFinite(end.Time)).MaxBy(static end => end.Time);
        return last is null ? null : Trace(last, arrivals, origins);
    }

    private TimingPath Trace(
        PathEnd last, double[][] arrivals, Dictionary<(int Net, int Edge), (CircuitCell Cell, int Net, int Edge)> origins)
    {
        List<TimingStep> steps = [];
        (int net, int edge) = (last.Net, last.Edge);
        while (net >= 0 && origins.TryGetValue((net, edge), out (CircuitCell Cell, int Net, int Edge) origin))
        {
            steps.Add(new TimingStep(origin.Cell.Name, origin.Cell.Type.Name, edge == Rise, arrivals[edge][net]));
            (net, edge) = (origin.Net, origin.Edge);
        }

        steps.Reverse();
        return new TimingPath(last.Time, net < 0 ? steps[0].Cell : NameOf(net), last.Cell ?? NameOf(last.Net), steps);
    }

    private string NameOf(int net) => _circuit.Names.FirstOrDefault(pair => pair.Value.Contains(net)).Key ?? $"net {net}";

    private double[] Unreached()
    {
        double[] arrivals = new double[_circuit.NetCount];
        Array.Fill(arrivals, double.NegativeInfinity);
        return arrivals;
    }

    private IEnumerable<PathEnd> Setups(CircuitCell cell, double[][] arrivals) =>
        from pin in cell.Type.Pins.Zip(cell.Nets)
        where !pin.First.IsOutput && pin.Second >= 0
        from arc in pin.First.Arcs
        where arc.Kind == TimingKind.Setup
        from edge in new[] { Rise, Fall }
        let table = edge == Rise ? arc.Rise : arc.Fall
        where table is not null
        select new PathEnd(
            pin.Second, edge,
            arrivals[edge][pin.Second] + table.At(_settings.InputTransitionNanoseconds, _transitions[edge][pin.Second]), cell.Name);

    private IEnumerable<Edge> Edges(CircuitCell cell)
    {
        for (int i = 0; i < cell.Nets.Length; i++)
        {
            int output = cell.Nets[i];
            if (output < 0)
            {
                continue;
            }

            foreach (TimingArc arc in cell.Type.Pins[i].Arcs)
            {
                int input = arc.Kind == TimingKind.Setup ? -1 : cell.Nets[cell.Type.IndexOf(arc.RelatedPin)];
                if (input <= Circuit.High)
                {
                    continue;
                }

                foreach ((int from, int to) in Pairs(arc))
                {
                    LookupTable? delay = to == Rise ? arc.Rise : arc.Fall;
                    LookupTable? transition = to == Rise ? arc.RiseTransition : arc.FallTransition;
                    bool isClocked = arc.Kind == TimingKind.ClockToOutput;
                    double slew = isClocked ? _settings.InputTransitionNanoseconds : _transitions[from][input];
                    if (delay is not null)
                    {
                        yield return new Edge(
                            input, from, output, to, isClocked, delay.At(slew, _loads[output]), transition?.At(slew, _loads[output]) ?? 0);
                    }
                }
            }
        }
    }

    private static IEnumerable<(int From, int To)> Pairs(TimingArc arc) => arc.Sense switch
    {
        _ when arc.Kind == TimingKind.ClockToOutput => [(Rise, Rise), (Rise, Fall)],
        TimingSense.PositiveUnate => [(Rise, Rise), (Fall, Fall)],
        TimingSense.NegativeUnate => [(Rise, Fall), (Fall, Rise)],
        _ => [(Rise, Rise), (Rise, Fall), (Fall, Rise), (Fall, Fall)],
    };

    private readonly record struct Edge(int Input, int From, int Output, int To, bool IsClocked, double Delay, double Transition);

    private sealed record PathEnd(int Net, int Edge, double Time, string? Cell);
}
