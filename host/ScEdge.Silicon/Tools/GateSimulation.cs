using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ScEdge.Input;

namespace ScEdge.Silicon.Tools;

/// <summary>Simulates a bench around a circuit by Icarus Verilog, and reads what its wires do.</summary>
/// <param name="folder">Folder with all files.</param>
/// <param name="bench">The bench.</param>
/// <param name="instance">Name of the circuit's instance in it, with those of the blocks around it before slashes.</param>
/// <param name="cancellation">Ends the work.</param>
public sealed class GateSimulation(string folder, string bench, string instance, CancellationToken cancellation = default)
{
    private const string DumpModule = "activity";
    private const string DumpFile = "activity.vcd";

    private static readonly Regex Summary = new(
        "(?<compared>[0-9]+) (updates|sums), (?<differences>[0-9]+) differences, (?<cycles>[0-9]+) cycles", RegexOptions.ExplicitCapture);

    private static readonly Regex Recorded = new(
        "recorded (?<phase>[0-9]+): (?<operations>[0-9]+) (updates|bits), (?<cycles>[0-9]+) cycles", RegexOptions.ExplicitCapture);

    /// <summary>Gets the scope of the circuit in the dump.</summary>
    public string Scope => $"{bench}/{instance}";

    /// <summary>Gets the signal of the dump that says the phase.</summary>
    public string Marker => $"{bench}/recorded";

    /// <summary>Simulates.</summary>
    /// <param name="files">Verilog files, the models of cells first.</param>
    /// <param name="parameters">Parameters of the bench.</param>
    /// <param name="vectors">Argument and file of the vectors.</param>
    /// <param name="record">Every how manieth piece of the vectors runs.</param>
    /// <param name="read">Reads the dump.</param>
    /// <exception cref="InputException">The simulator fails.</exception>
    public SimulationResult Run(
        IReadOnlyList<string> files, IReadOnlyDictionary<string, int> parameters, (string Argument, string File) vectors, int record,
        Action<Stream> read)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(read);
        const string Program = "simulation.vvp";
        List<string> compile = ["-g2012", "-DGATES", "-o", Program, "-I", ".", "-s", bench];
        compile.AddRange(parameters.Select(one => $"-P{bench}.{one.Key}={one.Value}"));
        compile.AddRange(files);
        compile.Add(bench + ".sv");
        File.WriteAllText(Path.Combine(folder, DumpModule + ".sv"), DumpText());
        compile.AddRange(["-s", DumpModule, DumpModule + ".sv"]);
        ExternalTool.Icarus.Run(folder, compile, cancellation);
        string output = ExternalTool.Simulator.Run(
            folder, ["-n", Program, $"+{vectors.Argument}={vectors.File}", $"+record={record}"], cancellation);
        using FileStream dump = File.OpenRead(Path.Combine(folder, DumpFile));
        read(dump);
        return Result(output);
    }

    private string DumpText() => $$"""
        module {{DumpModule}};
          initial begin
            $dumpfile("{{DumpFile}}");
            $dumpvars(1, {{bench}}.recorded);
            $dumpvars(0, {{bench}}.{{instance.Replace('/', '.')}});
          end
        endmodule

        """;

    /// <summary>Reads what a bench prints.</summary>
    internal static SimulationResult Result(string output)
    {
        Match last = Summary.Matches(output).LastOrDefault()
            ?? throw new InputException($"The simulation ended without a result: {output.Trim().Split('\n')[^1]}");
        return new SimulationResult(
            long.Parse(last.Groups["compared"].Value), long.Parse(last.Groups["differences"].Value), long.Parse(last.Groups["cycles"].Value),
            Recorded.Matches(output).ToDictionary(
                static match => int.Parse(match.Groups["phase"].Value),
                static match => new RecordedPhase(long.Parse(match.Groups["operations"].Value), long.Parse(match.Groups["cycles"].Value))));
    }
}

/// <summary>What a bench found.</summary>
/// <param name="Compared">Results compared with those of the plain code.</param>
/// <param name="Differences">How many differed.</param>
/// <param name="Cycles">Clocks.</param>
/// <param name="Recorded">What was recorded of every phase, by its number.</param>
public sealed record SimulationResult(long Compared, long Differences, long Cycles, IReadOnlyDictionary<int, RecordedPhase> Recorded);

/// <summary>What was recorded of a phase.</summary>
/// <param name="Operations">Operations.</param>
/// <param name="Cycles">Clocks.</param>
public sealed record RecordedPhase(long Operations, long Cycles);
