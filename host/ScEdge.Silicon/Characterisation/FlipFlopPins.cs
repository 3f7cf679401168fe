using System.Linq;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Characterisation;

/// <summary>What the pins of a flip-flop, or of a clock gate, are for.</summary>
/// <param name="Data">Its data, or what lets the clock through.</param>
/// <param name="Clock">Its clock, rising.</param>
/// <param name="True">The output that is its state, or the gated clock.</param>
/// <param name="Inverse">The output that is the opposite; null for none.</param>
internal sealed record FlipFlopPins(string Data, string Clock, string True, string? Inverse)
{
    /// <summary>Returns the pins of a cell.</summary>
    /// <exception cref="InputException">It is no plain flip-flop with a rising clock.</exception>
    public static FlipFlopPins Of(LibertyCell cell)
    {
        if (cell.ClockGate is { } gate)
        {
            return new FlipFlopPins(gate.Enable, gate.Clock, gate.Output, null);
        }

        FlipFlop state = cell.FlipFlop!;
        string? Pin(BooleanFunction function) => function is VariableFunction { Index: var index } ? cell.Variables[index] : null;
        return Pin(state.NextState) is { } data && Pin(state.Clock) is { } clock
            && cell.Pins.FirstOrDefault(pin => pin.Function is { } function && Pin(function) == state.Variable) is { } output
            ? new FlipFlopPins(
                data, clock, output.Name,
                cell.Pins.FirstOrDefault(pin => pin.Function is NotFunction { Of: { } of } && Pin(of) == state.Variable)?.Name)
            : throw new InputException($"The cell {cell.Name} is a flip-flop of a kind that cannot be characterised here.");
    }
}
