using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using ScEdge.Input;
using ScEdge.Silicon.Liberty;
using ScEdge.Silicon.Netlists;
using ScEdge.Silicon.Power;
using ScEdge.Silicon.Timing;
using ScEdge.Silicon.Tools;
using ScEdge.Silicon.Waveforms;

namespace ScEdge.Silicon.Blocks;

/// <summary>From the circuit's SystemVerilog to gates, and to what they take.</summary>
/// <remarks>Yosys makes a netlist of the library's cells; Verilator simulates it with what a training computes and compares every result (of a small
/// block Icarus does); Icarus Verilog simulates a part of it once more, and what every wire did then, with the tables of the library, gives the
/// energies.</remarks>
/// <param name="library">The library.</param>
/// <param name="settings">Settings.</param>
public sealed class SiliconFlow(LibertyLibrary library, SiliconSettings settings)
{
    private const string LibertyFile = "library.lib";
    private const string ScriptFile = "synthesis.ys";
    private const string ModelFile = "cells.v";
    private const string VectorEnding = ".vectors";
    private const string ActivityEnding = ".activity.tcl";

    /// <summary>Returns the files of a block's folder with which its netlist and its check can be repeated: what is worth keeping.</summary>
    public static IEnumerable<string> KeptFiles(string folder) =>
        new[] { ScriptFile, YosysScript.ConstraintFile, YosysScript.GateFile, YosysScript.NetlistFile, ModelFile }
            .Select(name => Path.Combine(folder, name)).Concat(
                new[] { VectorEnding, ActivityEnding }.SelectMany(ending => Directory.GetFiles(folder, "*" + ending).Order(StringComparer.Ordinal)));

    /// <summary>Gets who is told what is being done.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Gets what ends the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="libertyText">The library as text, for Yosys.</param>
    /// <param name="folder">An empty folder for all files of the work.</param>
    /// <exception cref="InputException">A tool is missing or fails, or the library lacks what the block needs.</exception>
    public BlockResult Run(SiliconBlock block, string libertyText, string folder)
    {
        ArgumentNullException.ThrowIfNull(block);
        Progress($"{block.Name}: synthesis");
        File.WriteAllText(Path.Combine(folder, LibertyFile), libertyText);
        YosysScript script = new(
            LibertyFile, CircuitSources.WriteTo(folder), block.Module, block.Parameters, block.Outside, settings.PeriodNanoseconds);
        File.WriteAllText(Path.Combine(folder, ScriptFile), script.Write(library));
        File.WriteAllText(Path.Combine(folder, YosysScript.ConstraintFile), YosysScript.Constraints(library) ?? "");
        File.WriteAllText(Path.Combine(folder, YosysScript.GateFile), YosysScript.GateText(library) ?? "");
        ExternalTool.Yosys.Run(folder, ["-q", "-l", "yosys.log", ScriptFile], Cancellation);

        string json = Path.Combine(folder, YosysScript.JsonFile);
        Circuit circuit = CircuitReader.Read(File.ReadAllText(json), block.Module, library, $"The netlist of {block.Name}");
        StaticTiming timing = new(circuit, settings.Timing);
        PowerAnalysis power = new(circuit, timing, library.Volts, settings.Timing.WireFemtofarads);
        WriteModels(circuit, folder, hasUnitDelay: false);
        NetlistCheck? check = block.IsSmall ? null : new(folder, block.Bench, Cancellation);
        Progress($"{block.Name}: compiling the netlist");
        check?.Build(VerilogFiles(block), block.BenchParameters);
        List<PhaseResult> phases = [];
        long compared = 0;
        long differences = 0;
        foreach (BlockVectors vectors in block.Vectors.Where(one => settings.Vectors is null || settings.Vectors.Contains(one.Name)))
        {
            Progress($"{block.Name}: {vectors.Name}, every result");
            Cancellation.ThrowIfCancellationRequested();
            IReadOnlyDictionary<int, string> names;
            using (StreamWriter writer = new(Path.Combine(folder, vectors.Name + VectorEnding)))
            {
                writer.NewLine = "\n";
                names = vectors.Write(writer);
            }

            SimulationResult? whole = check?.Run((block.Argument, vectors.Name + VectorEnding));
            Simulated quiet = Simulate(block, vectors, circuit, folder, hasUnitDelay: false);
            Simulated? glitching = settings.HasGlitches ? Simulate(block, vectors, circuit, folder, hasUnitDelay: true) : null;
            compared += (whole ?? quiet.Result).Compared;
            differences += (whole?.Differences ?? 0) + quiet.Result.Differences + (glitching?.Result.Differences ?? 0);
            WriteActivities(folder, vectors.Name, circuit, quiet, names);
            phases.AddRange(
                from recorded in quiet.Result.Recorded
                orderby recorded.Key
                select new PhaseResult(
                    vectors.Name, names[recorded.Key], recorded.Value.Operations, recorded.Value.Cycles,
                    power.Of(quiet.Activity[recorded.Key]), glitching is null ? [] : power.Of(glitching.Activity[recorded.Key])));
        }

        return new BlockResult(
            block, Hash(Path.Combine(folder, YosysScript.NetlistFile)), timing.RegisterToRegister(), timing.Overall(), compared, differences,
            phases);
    }

    private static string[] VerilogFiles(SiliconBlock block) =>
        [ModelFile, YosysScript.NetlistFile, .. block.Outside.Select(static module => module + ".sv")];

    private static void WriteModels(Circuit circuit, string folder, bool hasUnitDelay)
    {
        var cells = circuit.Cells.Select(static cell => cell.Type).Distinct().OrderBy(static cell => cell.Name, StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(folder, ModelFile), CellModels.Write(cells, hasUnitDelay));
    }

    private Simulated Simulate(SiliconBlock block, BlockVectors vectors, Circuit circuit, string folder, bool hasUnitDelay)
    {
        Progress($"{block.Name}: {vectors.Name}, what every wire does{(hasUnitDelay ? " with delays" : "")}");
        WriteModels(circuit, folder, hasUnitDelay);
        GateSimulation simulation = new(folder, block.Bench, block.Instance, Cancellation);
        ActivityRecorder recorder = new(circuit, simulation.Scope, simulation.Marker);
        (string Argument, string File) run = (block.Argument, vectors.Name + VectorEnding);
        SimulationResult result = simulation.Run(VerilogFiles(block), block.BenchParameters, run, vectors.Record, dump =>
        {
            VcdReader.Read(dump, recorder, "The dump");
            recorder.Finish();
        });
        int missing = recorder.MissingNets().Count();
        return missing == 0 ? new Simulated(result, recorder.Phases)
            : throw new InputException($"The dump of {block.Name} lacks {missing} wires of the netlist: nothing is known of what they take.");
    }

    private static void WriteActivities(
        string folder, string vectors, Circuit circuit, Simulated quiet, IReadOnlyDictionary<int, string> names)
    {
        foreach ((int phase, RecordedPhase recorded) in quiet.Result.Recorded)
        {
            using StreamWriter text = new(Path.Combine(folder, $"{vectors}-{names[phase]}{ActivityEnding}")) { NewLine = "\n" };
            ActivityScript.Write(text, circuit, quiet.Activity[phase], recorded.Cycles);
        }
    }

    private static string Hash(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private sealed record Simulated(SimulationResult Result, IReadOnlyDictionary<int, SwitchingActivity> Activity);
}
