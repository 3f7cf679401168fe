using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScEdge.Silicon.Liberty;

namespace ScEdge.Silicon.Tools;

/// <summary>What Yosys is told: from SystemVerilog to a netlist of library cells whose modules stay apart.</summary>
/// <param name="LibertyFile">The library.</param>
/// <param name="Sources">Files of the modules.</param>
/// <param name="Module">The outermost module.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Outside">Modules that are left out.</param>
/// <param name="PeriodNanoseconds">Clock period for which ABC sizes the cells; ns.</param>
public sealed record YosysScript(
    string LibertyFile,
    IReadOnlyList<string> Sources,
    string Module,
    IReadOnlyDictionary<string, int> Parameters,
    IReadOnlyList<string> Outside,
    double PeriodNanoseconds)
{
    /// <summary>Name of the netlist in Verilog.</summary>
    public const string NetlistFile = "netlist.v";

    /// <summary>Name of the netlist in JSON.</summary>
    public const string JsonFile = "netlist.json";

    /// <summary>Name of the file with the clock gate.</summary>
    public const string GateFile = "clock_gate.v";

    private const string GateModule = "clock_gate";

    /// <summary>Name of the file with which ABC buffers and sizes.</summary>
    public const string ConstraintFile = "abc.constr";

    /// <summary>Returns ABC's constraints: the smallest buffer drives every input, four of its inputs load every output; null where
    /// the library has no buffer, and cells are then not sized.</summary>
    public static string? Constraints(LibertyLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        LibertyCell? buffer = library.Smallest((false, true), inputs: 1);
        if (buffer is null)
        {
            return null;
        }

        double load = 4 * buffer.Pins.Single(static pin => !pin.IsOutput).CapacitanceFemtofarads;
        return FormattableString.Invariant($"set_driving_cell {buffer.Name}\nset_load {load}\n");
    }

    /// <summary>Returns the script.</summary>
    /// <param name="library">The library that the file holds.</param>
    public string Write(LibertyLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        LibertyCell? low = library.Smallest((false, false), inputs: 0);
        LibertyCell? high = library.Smallest((true, true), inputs: 0);
        StringBuilder text = new();
        text.Append($"read_liberty -lib -ignore_miss_func {LibertyFile}\n");
        text.Append($"read_verilog -sv {string.Join(' ', Sources)}\n");
        if (ClockGate(library) is not null)
        {
            text.Append($"delete {GateModule}\nread_verilog {GateFile}\n");
        }

        text.Append(string.Concat(Outside.Select(static module => $"blackbox {module}\n")));
        text.Append($"hierarchy -check -top {Module}{string.Concat(Parameters.Select(static one => $" -chparam {one.Key} {one.Value}"))}\n");
        text.Append(Parameters.Count > 0 ? $"rename -top {Module}\n" : "");

        // A clock gate belongs to the module whose register it serves.
        text.Append($"setattr -mod -set keep_hierarchy 1 * {GateModule} %d\nflatten\n");
        text.Append($"synth -top {Module}\nopt_clean -purge\ndfflibmap -liberty {LibertyFile}\n");
        text.Append(Constraints(library) is null
            ? $"abc -liberty {LibertyFile}\n"
            : FormattableString.Invariant($"abc -liberty {LibertyFile} -constr {ConstraintFile} -D {Math.Round(PeriodNanoseconds * 1000)}\n"));
        text.Append("setundef -zero\n");
        text.Append(low is null || high is null ? "" : $"hilomap -hicell {Tie(high)} -locell {Tie(low)}\n");

        // Read again, so that wires in both netlists have the same names.
        text.Append($"opt_clean -purge\nwrite_verilog -noattr -noexpr {NetlistFile}\ndesign -reset\n");
        string outside = string.Concat(Outside.Select(static module => module + ".sv "));
        text.Append($"read_liberty -lib -ignore_miss_func {LibertyFile}\nread_verilog -sv {outside}{NetlistFile}\n");
        text.Append($"{string.Concat(Outside.Select(static module => $"blackbox {module}\n"))}write_json {JsonFile}\n");
        return text.ToString();
    }

    /// <summary>Returns the module that stands for the circuit's clock gates, made of the library's smallest; null where it has none.</summary>
    public static string? GateText(LibertyLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return ClockGate(library) is not { ClockGate: { } pins } cell ? null
            : $"module {GateModule} (input clk, input enable, output gated, output run);\n"
            + $"  {cell.Name} gate (.{pins.Clock}(clk), .{pins.Enable}(enable), .{pins.Output}(gated));\n  assign run = 1'b1;\nendmodule\n";
    }

    /// <summary>Returns the library's smallest clock gate, or null.</summary>
    public static LibertyCell? ClockGate(LibertyLibrary library) => library.Cells.Values.Where(static cell => cell.ClockGate is not null)
        .OrderBy(static cell => cell.AreaSquareMicrometres).ThenBy(static cell => cell.Name, StringComparer.Ordinal).FirstOrDefault();

    private static string Tie(LibertyCell cell) => $"{cell.Name} {cell.Pins[0].Name}";
}
