using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Silicon.Liberty;

/// <summary>A cell of a library.</summary>
/// <param name="Name">Name.</param>
/// <param name="AreaSquareMicrometres">Area as the library counts it; um2.</param>
/// <param name="LeakageNanowatts">Leakage where no state says otherwise; nW.</param>
/// <param name="StateLeakages">Leakage of states.</param>
/// <param name="Pins">Pins in the order of the library, without supplies.</param>
/// <param name="FlipFlop">The flip-flop in it, or null.</param>
/// <param name="ClockGate">The clock gate that it is, or null.</param>
/// <param name="Unsupported">Why it cannot be simulated, as a latch; null where it can.</param>
public sealed record LibertyCell(
    string Name,
    double AreaSquareMicrometres,
    double LeakageNanowatts,
    IReadOnlyList<StateLeakage> StateLeakages,
    IReadOnlyList<LibertyPin> Pins,
    FlipFlop? FlipFlop,
    ClockGate? ClockGate,
    string? Unsupported)
{
    /// <summary>Gets the names of the variables of a state: the inputs in their order, then the flip-flop's or the clock gate's output.</summary>
    public IReadOnlyList<string> Variables { get; } =
    [
        .. Pins.Where(static pin => !pin.IsOutput).Select(static pin => pin.Name), .. FlipFlop is null ? Array.Empty<string>() : [FlipFlop.Variable],
        .. ClockGate is null ? Array.Empty<string>() : [ClockGate.Output],
    ];

    /// <summary>Gets whether it remembers something: its output is not a function of its inputs.</summary>
    public bool IsSequential => FlipFlop is not null || ClockGate is not null;

    /// <summary>Returns the place of a pin, or -1.</summary>
    public int IndexOf(string pin)
    {
        for (int i = 0; i < Pins.Count; i++)
        {
            if (Pins[i].Name == pin)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns what a clock takes that a clock gate does not let through, C V^2 of its clock pin and the tables of both edges; fJ.</summary>
    /// <param name="volts">Supply; V.</param>
    /// <returns>Null for a cell that is no clock gate.</returns>
    public double? ShutClockFemtojoules(double volts)
    {
        if (ClockGate is null)
        {
            return null;
        }

        // In state 0 enable and output are low, and so is the clock, which tables of its own pin do not look at.
        LibertyPin clock = Pins[IndexOf(ClockGate.Clock)];
        double tables = clock.InternalPowers.Where(static power => power.When?.In(0) != false)
            .Sum(static power => (power.Rise?.At(0, 0) ?? 0) + (power.Fall?.At(0, 0) ?? 0));
        return tables + (clock.CapacitanceFemtofarads * volts * volts);
    }

    /// <summary>Returns the leakage in a state; nW.</summary>
    public double LeakageIn(int state)
    {
        foreach (StateLeakage one in StateLeakages)
        {
            if (one.When.In(state))
            {
                return one.Nanowatts;
            }
        }

        return LeakageNanowatts;
    }
}

/// <summary>A flip-flop.</summary>
/// <param name="Variable">Name of its state.</param>
/// <param name="NextState">What it becomes at a clock.</param>
/// <param name="Clock">It takes its next state when this becomes true.</param>
/// <param name="Clear">It is 0 while this is true; null for never.</param>
/// <param name="Preset">It is 1 while this is true; null for never.</param>
public sealed record FlipFlop(string Variable, BooleanFunction NextState, BooleanFunction Clock, BooleanFunction? Clear, BooleanFunction? Preset);

/// <summary>A clock gate: a latch, open while the clock is low, and an AND of it with the clock.</summary>
/// <param name="Clock">Pin of the clock.</param>
/// <param name="Enable">Pin that lets it through.</param>
/// <param name="Output">Pin of the gated clock.</param>
public sealed record ClockGate(string Clock, string Enable, string Output);
