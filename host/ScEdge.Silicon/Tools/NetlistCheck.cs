using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace ScEdge.Silicon.Tools;

/// <summary>Simulates a bench around a netlist by Verilator, which is fast enough for thousands of updates and dumps nothing.</summary>
/// <param name="folder">Folder with all files.</param>
/// <param name="bench">The bench.</param>
/// <param name="cancellation">Ends the work.</param>
public sealed class NetlistCheck(string folder, string bench, CancellationToken cancellation = default)
{
    private const string ProgramFolder = "check";

    /// <summary>Builds the program.</summary>
    /// <param name="files">Verilog files, the models of cells first.</param>
    /// <param name="parameters">Parameters of the bench.</param>
    /// <exception cref="ScEdge.Input.InputException">Verilator or a compiler is missing or fails.</exception>
    public void Build(IEnumerable<string> files, IReadOnlyDictionary<string, int> parameters) => ExternalTool.Verilator.Run(
        folder,
        [
            "-binary", "-timing", "-DGATES", "-Wno-fatal", "-O3", "-CFLAGS", "-O1", "-top-module", bench, "-Mdir", ProgramFolder,
            .. parameters.Select(static one => $"-G{one.Key}={one.Value}"), .. files, bench + ".sv",
        ],
        cancellation);

    /// <summary>Runs all of some vectors.</summary>
    /// <param name="vectors">Argument and file of the vectors.</param>
    public SimulationResult Run((string Argument, string File) vectors) => GateSimulation.Result(
        new ExternalTool(Path.Combine(folder, ProgramFolder, "V" + bench), "verilator")
            .Run(folder, [$"+{vectors.Argument}={vectors.File}"], cancellation));
}
