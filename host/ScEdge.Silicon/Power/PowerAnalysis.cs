using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;
using ScEdge.Silicon.Timing;

namespace ScEdge.Silicon.Power;

/// <summary>What a circuit takes, from what its nets did and the tables of its cells.</summary>
/// <remarks>
/// Leakage: that of every state, weighted by its time. Energy of an input's changes: its tables, weighted by the time of their states. Energy of an
/// output's changes: the tables of the inputs that may have caused them, weighted by how often each of them changed while the table held. Loads:
/// C V^2 / 2 for every change. Transition times are the longest of static timing.
/// </remarks>
public sealed class PowerAnalysis
{
    private readonly Circuit _circuit;
    private readonly StaticTiming _timing;
    private readonly double _pinEnergy;
    private readonly double _wireFemtofarads;
    private readonly bool[] _isDriven;

    /// <summary>Prepares for a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="timing">Its timing.</param>
    /// <param name="volts">Supply; V.</param>
    /// <param name="wireFemtofarads">Capacitance of the wire to every pin; fF.</param>
    public PowerAnalysis(Circuit circuit, StaticTiming timing, double volts, double wireFemtofarads)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        _circuit = circuit;
        _timing = timing;
        _pinEnergy = 0.5 * volts * volts;
        _wireFemtofarads = wireFemtofarads;
        _isDriven = new bool[circuit.NetCount];
        foreach (CircuitCell cell in circuit.Cells)
        {
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets))
            {
                if (pin.IsOutput && net >= 0)
                {
                    _isDriven[net] = true;
                }
            }
        }
    }

    /// <summary>Returns what every module took in a phase, in the order of the circuit.</summary>
    public IReadOnlyList<ModulePower> Of(SwitchingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        int modules = _circuit.Modules.Count;
        int[] cells = new int[modules];
        double[] areas = new double[modules];
        double[] leakages = new double[modules];
        SwitchingEnergy[] energies = new SwitchingEnergy[modules];
        for (int index = 0; index < _circuit.Cells.Count; index++)
        {
            CircuitCell cell = _circuit.Cells[index];
            double[] shares = Shares(activity.StateTicks[index]);
            cells[cell.Module]++;
            areas[cell.Module] += cell.Type.AreaSquareMicrometres;
            leakages[cell.Module] += shares.Index().Sum(state => state.Item == 0 ? 0 : state.Item * cell.Type.LeakageIn(state.Index));
            energies[cell.Module] += Energy(cell, activity, shares);
        }

        return [.. _circuit.Modules.Select((module, i) => new ModulePower(
            module.Name, module.Instances, cells[i], areas[i], leakages[i], energies[i]))];
    }

    private SwitchingEnergy Energy(CircuitCell cell, SwitchingActivity activity, double[] shares)
    {
        SwitchingEnergy energy = default;
        for (int i = 0; i < cell.Nets.Length; i++)
        {
            int net = cell.Nets[i];
            if (net < 0 || activity.Toggles(net) == 0)
            {
                continue;
            }

            LibertyPin pin = cell.Type.Pins[i];
            if (pin.IsOutput)
            {
                energy += new SwitchingEnergy(
                    OutputEnergy(cell, pin, net, activity, shares), _pinEnergy * _timing.Loads[net] * activity.Toggles(net), 0);
            }
            else
            {
                double outside = _isDriven[net] ? 0 : _pinEnergy * (pin.CapacitanceFemtofarads + _wireFemtofarads) * activity.Toggles(net);
                energy += new SwitchingEnergy(InputEnergy(pin, net, activity, shares), 0, outside);
            }
        }

        return energy;
    }

    private double InputEnergy(LibertyPin pin, int net, SwitchingActivity activity, double[] shares) => pin.InternalPowers.Sum(power =>
        Share(power.When, shares)
        * ((activity.Rises[net] * (power.Rise?.At(_timing.Transition(net, isRising: true), 0) ?? 0))
            + (activity.Falls[net] * (power.Fall?.At(_timing.Transition(net, isRising: false), 0) ?? 0))));

    private double OutputEnergy(CircuitCell cell, LibertyPin pin, int net, SwitchingActivity activity, double[] shares)
    {
        double[] weights = [.. pin.InternalPowers.Select(power => Share(power.When, shares) * power.RelatedPins.Sum(name =>
            activity.Toggles(cell.Nets[cell.Type.IndexOf(name)])))];
        double whole = weights.Sum();

        // Where no cause is known, as of a flip-flop's reset, all tables count alike.
        return pin.InternalPowers.Zip(weights).Sum(one =>
            (whole > 0 ? one.Second / whole : 1.0 / weights.Length)
            * ((activity.Rises[net] * (one.First.Rise?.At(CauseTransition(cell, pin, one.First, isRising: true), _timing.Loads[net]) ?? 0))
                + (activity.Falls[net] * (one.First.Fall?.At(CauseTransition(cell, pin, one.First, isRising: false), _timing.Loads[net]) ?? 0))));
    }

    /// <summary>Returns the transition time of the input that makes an output change: the mean of both edges where either may.</summary>
    private double CauseTransition(CircuitCell cell, LibertyPin pin, InternalPower power, bool isRising)
    {
        if (power.RelatedPins.Length == 0)
        {
            return 0;
        }

        string name = power.RelatedPins[0];
        int net = cell.Nets[cell.Type.IndexOf(name)];
        TimingSense sense = pin.Arcs.FirstOrDefault(arc => arc.RelatedPin == name)?.Sense ?? TimingSense.NonUnate;
        return sense switch
        {
            TimingSense.PositiveUnate => _timing.Transition(net, isRising),
            TimingSense.NegativeUnate => _timing.Transition(net, !isRising),
            _ => 0.5 * (_timing.Transition(net, isRising) + _timing.Transition(net, !isRising)),
        };
    }

    private static double[] Shares(long[] ticks)
    {
        double whole = ticks.Sum();
        return whole > 0 ? [.. ticks.Select(time => time / whole)] : [1, .. new double[ticks.Length - 1]];
    }

    private static double Share(BooleanFunction? when, double[] shares)
    {
        if (when is null)
        {
            return 1;
        }

        double share = 0;
        for (int state = 0; state < shares.Length; state++)
        {
            share += shares[state] > 0 && when.In(state) ? shares[state] : 0;
        }

        return share;
    }
}
