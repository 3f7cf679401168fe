using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;

namespace ScEdge.Silicon.Power;

/// <summary>Writes what every net did as commands of OpenSTA, whose Debian package reads no dump: its power from the same changes.</summary>
/// <remarks>
/// A line for every output and every input of the circuit: changes in a clock, and the share of the time that it is 1. Times are those of the period
/// in which the script is read: a clock without pins has to be there, so that no net is taken for one.
/// </remarks>
public static class ActivityScript
{
    private const string Head = """
        # Changes in a clock and time at 1 of every driver, for OpenSTA 2.0.17: source it behind link_design and create_clock -name clock -period NS.
        proc pin {name changes ones} {
          set pin [sta::find_pin $name]
          if {$pin eq "NULL"} { error "There is no pin $name." }
          sta::set_power_pin_activity $pin $changes $ones
        }
        proc port {name changes ones} { foreach port [get_ports $name] { sta::set_power_input_port_activity $port $changes $ones } }

        """;

    /// <summary>Writes the script.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="activity">What its nets did.</param>
    /// <param name="cycles">Clocks in which they did.</param>
    public static void Write(TextWriter text, Circuit circuit, SwitchingActivity activity, long cycles)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(activity);
        double[] ones = Ones(circuit, activity);
        string Numbers(int net) => FormattableString.Invariant($"{activity.Toggles(net) / (double)cycles:0.######} {ones[net]:0.######}");
        text.Write(Head);
        HashSet<int> inputs = [.. circuit.Inputs];
        foreach ((string name, int[] nets) in circuit.Names.Where(static one => !one.Key.Contains('/', StringComparison.Ordinal)))
        {
            foreach ((int bit, int net) in nets.Index().Where(one => inputs.Contains(one.Item)))
            {
                text.Write($"port {{{(nets.Length == 1 ? name : $"{name}[{bit}]")}}} {Numbers(net)}\n");
            }
        }

        foreach (CircuitCell cell in circuit.Cells)
        {
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets).Where(static one => one.First.IsOutput && one.Second >= 0))
            {
                text.Write($"pin {{{Escaped(cell.Name)}/{pin.Name}}} {Numbers(net)}\n");
            }
        }
    }

    private static string Escaped(string name) => name.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    /// <summary>Returns the share of the time that every net is 1, from the states of cells that read it; one half where none does.</summary>
    private static double[] Ones(Circuit circuit, SwitchingActivity activity)
    {
        double[] ones = new double[circuit.NetCount];
        Array.Fill(ones, 0.5);
        for (int index = 0; index < circuit.Cells.Count; index++)
        {
            CircuitCell cell = circuit.Cells[index];
            long[] ticks = activity.StateTicks[index];
            double whole = ticks.Sum();
            int variable = 0;
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets).Where(static one => !one.First.IsOutput))
            {
                if (net >= 0 && whole > 0)
                {
                    ones[net] = ticks.Index().Sum(state => (state.Index >> variable & 1) != 0 ? state.Item : 0) / whole;
                }

                variable++;
            }
        }

        return ones;
    }
}
