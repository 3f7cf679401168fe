using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;

namespace ScEdge.Silicon.Power;

/// <summary>Writes what every net did as commands of OpenSTA: its power from the same changes.</summary>
/// <remarks>
/// A line for every output and every input of the circuit: changes in a clock, and the share of the time that it is 1. Times are those of the period
/// in which the script is read: a clock without pins has to be there, so that no net is taken for one.
/// </remarks>
public static class ActivityScript
{
    private const string Head = """
        # Changes in a clock and time at 1 of every driver, for OpenSTA 3.1.0 (2.0.17 computes those of gates anew):
        # source it behind link_design and create_clock -name clock -period NS.
        proc pin {name changes ones} {
          set pin [get_pins -quiet $name]
          if {$pin eq ""} { error "There is no pin $name." }
          set_power_activity -pins $pin -activity $changes -duty $ones
        }

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
        foreach (CircuitCell cell in circuit.Cells)
        {
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets))
            {
                if (net >= 0 && (pin.IsOutput || inputs.Contains(net)))
                {
                    text.Write($"pin {{{Escaped(cell.Name)}/{pin.Name}}} {Numbers(net)}\n");
                }
            }
        }
    }

    private static string Escaped(string name) => name.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    /// <summary>Returns the share of the time that every net is 1, from the states of the cells that read or drive it.</summary>
    /// <remarks>The output of a clock gate is its state and has no function; cells read it.</remarks>
    private static double[] Ones(Circuit circuit, SwitchingActivity activity)
    {
        double[] ones = new double[circuit.NetCount];
        Array.Fill(ones, 0.5);
        for (int index = 0; index < circuit.Cells.Count; index++)
        {
            CircuitCell cell = circuit.Cells[index];
            long[] ticks = activity.StateTicks[index];
            double whole = ticks.Sum();
            double Share(Func<int, bool> isOne) => ticks.Index().Sum(state => isOne(state.Index) ? state.Item : 0) / whole;
            int variable = 0;
            foreach ((LibertyPin pin, int net) in cell.Type.Pins.Zip(cell.Nets))
            {
                int bit = pin.IsOutput ? -1 : variable++;
                if (net >= 0 && whole > 0 && (bit >= 0 || pin.Function is not null))
                {
                    ones[net] = Share(bit >= 0 ? state => (state >> bit & 1) != 0 : pin.Function!.In);
                }
            }
        }

        return ones;
    }
}
