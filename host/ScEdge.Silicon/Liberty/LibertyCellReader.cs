using System;
using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Silicon.Liberty;

/// <summary>Reads a cell from its group.</summary>
/// <param name="group">The group.</param>
/// <param name="units">Units of the library.</param>
/// <param name="tables">Tables of the library.</param>
internal sealed class LibertyCellReader(LibertyGroup group, LibertyUnits units, LibertyTables tables)
{
    private static readonly string[] NotSimulated = ["latch", "statetable", "ff_bank", "latch_bank", "bus", "bundle"];

    // More would make the table of states larger than any cell of a standard library needs.
    private const int MostVariables = 12;

    private readonly Dictionary<string, BooleanFunction> _names = [];

    /// <summary>Reads the cell.</summary>
    public LibertyCell Read()
    {
        ClockGate? gate = ReadClockGate();
        LibertyGroup[] pins = [.. group.Groups("pin").Where(pin => gate is null || pin.Text("direction") != "internal")];
        string? unsupported = gate is not null ? null : NotSimulated.FirstOrDefault(kind => group.Group(kind) is not null);
        LibertyGroup? state = unsupported is null ? group.Group("ff") : null;
        unsupported ??= pins.Select(static pin => pin.Text("direction")).FirstOrDefault(static one => one is "inout" or "internal");
        string[] inputs = unsupported is not null ? [] : [.. pins.Where(static pin => !IsOutput(pin)).Select(static pin => pin.Name)];
        unsupported ??= inputs.Length > MostVariables ? $"cell of {inputs.Length} inputs" : null;
        if (unsupported is not null)
        {
            return new LibertyCell(group.Name, Area, 0, [], [], null, null, unsupported);
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            _names[inputs[i]] = new VariableFunction(i);
        }

        FlipFlop? flipFlop = state is null ? null : ReadFlipFlop(state, inputs.Length);
        if (gate is not null)
        {
            _names[gate.Output] = new VariableFunction(inputs.Length);
        }

        // Conditions speak of outputs too: these are functions of the inputs and of the flip-flop.
        Dictionary<string, BooleanFunction> outputs = [];
        foreach (LibertyGroup pin in pins.Where(IsOutput))
        {
            if (pin.Text("function") is not null && pin.Text("three_state") is null)
            {
                outputs[pin.Name] = Function(pin, "function")!;
            }
        }

        foreach ((string name, BooleanFunction function) in outputs)
        {
            _names[name] = function;
        }

        return new LibertyCell(
            group.Name, Area, (group.Number("cell_leakage_power") ?? 0) * units.Nanowatts, [.. Leakages()],
            [.. pins.Select(pin => ReadPin(pin, outputs.GetValueOrDefault(pin.Name)))], flipFlop, gate,
            pins.Any(static pin => pin.Text("three_state") is not null) ? "three_state" : null);
    }

    private double Area => group.Number("area") ?? 0;

    private static bool IsOutput(LibertyGroup pin) => pin.Text("direction") switch
    {
        "input" => false,
        "output" => true,
        { } other => throw pin.Error($"the direction of pin {pin.Name} is \"{other}\": only input and output can be read", "direction"),
        null => throw pin.Error($"the pin {pin.Name} has no direction"),
    };

    /// <summary>Reads a clock gate for rising edges without test pins; the library's own models of gates differ, what they are does not.</summary>
    private ClockGate? ReadClockGate()
    {
        string? Pin(string attribute) => group.Groups("pin").FirstOrDefault(pin => pin.Text(attribute) == "true")?.Name;
        return group.Text("clock_gating_integrated_cell") == "latch_posedge" && Pin("clock_gate_clock_pin") is { } clock
            && Pin("clock_gate_enable_pin") is { } enable && Pin("clock_gate_out_pin") is { } output ? new ClockGate(clock, enable, output) : null;
    }

    private FlipFlop ReadFlipFlop(LibertyGroup state, int inputs)
    {
        if (state.Arguments.Length != 2)
        {
            throw state.Error("ff needs the names of its state and of its inverse");
        }

        _names[state.Arguments[0]] = new VariableFunction(inputs);
        _names[state.Arguments[1]] = new NotFunction(new VariableFunction(inputs));
        return new FlipFlop(
            state.Arguments[0],
            Function(state, "next_state") ?? throw state.Error("ff has no next_state"),
            Function(state, "clocked_on") ?? throw state.Error("ff has no clocked_on"),
            Function(state, "clear"),
            Function(state, "preset"));
    }

    private IEnumerable<StateLeakage> Leakages() =>
        from leakage in @group.Groups("leakage_power")
        let when = Function(leakage, "when")
        where when is not null
        select new StateLeakage(when, (leakage.Number("value") ?? throw leakage.Error("leakage_power has no value")) * units.Nanowatts);

    private LibertyPin ReadPin(LibertyGroup pin, BooleanFunction? function) => new(
        pin.Name, IsOutput(pin), (pin.Number("capacitance") ?? 0) * units.Femtofarads, function,
        [.. pin.Groups("internal_power").Select(ReadPower)],
        [.. pin.Groups("timing").SelectMany(ReadArcs)]);

    private InternalPower ReadPower(LibertyGroup power) => new(
        Related(power), Function(power, "when"),
        tables.Energies(power, "rise_power") ?? tables.Energies(power, "power"),
        tables.Energies(power, "fall_power") ?? tables.Energies(power, "power"));

    private IEnumerable<TimingArc> ReadArcs(LibertyGroup timing)
    {
        TimingKind kind = timing.Text("timing_type") switch
        {
            null or "combinational" => TimingKind.Combinational,
            "rising_edge" or "falling_edge" => TimingKind.ClockToOutput,
            "setup_rising" or "setup_falling" => TimingKind.Setup,
            _ => TimingKind.Other,
        };
        TimingSense sense = timing.Text("timing_sense") switch
        {
            "positive_unate" => TimingSense.PositiveUnate,
            "negative_unate" => TimingSense.NegativeUnate,
            _ => TimingSense.NonUnate,
        };
        if (kind == TimingKind.Other)
        {
            return [];
        }

        (string rise, string fall) = kind == TimingKind.Setup ? ("rise_constraint", "fall_constraint") : ("cell_rise", "cell_fall");
        return Related(timing).Select(related => new TimingArc(
            related, sense, kind, tables.Times(timing, rise), tables.Times(timing, fall),
            tables.Times(timing, "rise_transition"), tables.Times(timing, "fall_transition")));
    }

    private BooleanFunction? Function(LibertyGroup from, string attribute)
    {
        if (from.Text(attribute) is not { } text)
        {
            return null;
        }

        try
        {
            return BooleanParser.Parse(text, name => _names.GetValueOrDefault(name));
        }
        catch (FormatException problem)
        {
            throw from.Error($"{attribute} cannot be read: {problem.Message}", attribute);
        }
    }

    private string[] Related(LibertyGroup from)
    {
        string[] related = from.Text("related_pin")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        string? strange = related.FirstOrDefault(name => !group.Groups("pin").Any(pin => pin.Name == name));
        return strange is null ? related : throw from.Error($"related_pin \"{strange}\" is no pin of {group.Name}", "related_pin");
    }
}
