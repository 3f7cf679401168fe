using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cli.Output;
using ScEdge.Silicon.Blocks;
using ScEdge.Silicon.Power;
using ScEdge.Silicon.Timing;
using Spectre.Console;

namespace ScEdge.Cli.Tables;

/// <summary>
/// Blocks in silicon, as text and as JSON.
/// </summary>
/// <param name="report">What came out.</param>
internal sealed class SiliconSummary(SiliconReport report)
{
    /// <summary>Returns an object to serialise.</summary>
    public object ToJson() => new
    {
        Library = report.Library.Name,
        report.Library.Corner,
        SupplyVolts = report.Library.Volts,
        TemperatureCelsius = report.Library.Celsius,
        report.Tools.Synthesis,
        report.Tools.Simulation,
        ClockPeriodSeconds = report.Settings.PeriodNanoseconds * 1e-9,
        Blocks = report.Blocks.Select(static block => new
        {
            Block = block.Block.Name,
            block.NetlistSha256,
            Cells = Modules(block).Sum(static module => module.Cells),
            AreaSquareMicrometres = Modules(block).Sum(static module => module.AreaSquareMicrometres),
            RegisterPath = ToJson(block.RegisterPath),
            OverallPath = ToJson(block.OverallPath),
            ResultsCompared = block.Compared,
            ResultsDifferent = block.Differences,
            Phases = block.Phases.Select(phase => new
            {
                phase.Vectors,
                phase.Phase,
                Operation = block.Block.Operation,
                phase.Operations,
                phase.Cycles,
                Modules = phase.Modules.Index().Select(one => ToJson(one.Item, phase, phase.WithGlitches.ElementAtOrDefault(one.Index))),
            }),
        }),
    };

    /// <summary>Writes the blocks, then for each of them its modules and phases.</summary>
    public void Write(IAnsiConsole console)
    {
        string corner = $"{report.Library.Corner} {report.Library.Volts:0.##} V";
        console.MarkupLineInterpolated($"[bold]{report.Library.Name}[/], {corner}; {report.Tools.Synthesis}, {report.Tools.Simulation}");
        TextTable blocks = new(
            2, "block", "what it is", "cells", "area, um2", "leakage, uW", "longest path, ns", "with inputs, ns", "compared", "different");
        foreach (BlockResult block in report.Blocks)
        {
            ModulePower[] modules = [.. Modules(block)];
            blocks.Add(
                block.Block.Name, block.Block.Description, Count(modules.Sum(static one => one.Cells)),
                Number(modules.Sum(static one => one.AreaSquareMicrometres)), Number(modules.Sum(static one => one.LeakageNanowatts) * 1e-3),
                Number(block.RegisterPath?.Nanoseconds), Number(block.OverallPath?.Nanoseconds), Count(block.Compared), Count(block.Differences));
        }

        console.Write(blocks);
        foreach (BlockResult block in report.Blocks)
        {
            WriteEnergies(console, block);
        }

        console.WriteLine(
            "Leakage and energies are those of the recorded operations; a module's own cells, without those of modules in it. Energies are without "
            + "glitches; \"delays\" with a unit of time for every gate. No wires, no clock tree.");
    }

    private static void WriteEnergies(IAnsiConsole console, BlockResult block)
    {
        foreach (PhaseResult phase in block.Phases)
        {
            string unit = IsSmall(phase) ? "fJ" : "pJ";
            console.MarkupLineInterpolated(
                $"[bold]{block.Block.Name}[/], {phase.Vectors}: {phase.Phase}, {unit} per {block.Block.Operation}, {phase.Operations:#,0} recorded");
            TextTable table = new(1, "module", "area, um2", "leakage, uW", "in cells", "loads", "inputs, clock", "sum", "with delays");
            foreach ((int index, ModulePower module) in phase.Modules.Index())
            {
                string name = module.Instances == 1 ? module.Module : $"{module.Module} ({module.Instances})";
                Add(table, name, phase, [module], [.. phase.WithGlitches.Skip(index).Take(1)]);
            }

            Add(table, "all", phase, phase.Modules, phase.WithGlitches);
            console.Write(table);
        }
    }

    private static void Add(
        TextTable table, string name, PhaseResult phase, IReadOnlyList<ModulePower> modules, IReadOnlyList<ModulePower> withGlitches)
    {
        double scale = (IsSmall(phase) ? 1 : 1e-3) / phase.Operations;
        SwitchingEnergy energy = modules.Select(static one => one.Energy).Aggregate(SwitchingEnergy.Add);
        table.Add(
            name, Number(modules.Sum(static one => one.AreaSquareMicrometres)), Number(modules.Sum(static one => one.LeakageNanowatts) * 1e-3),
            Number(energy.Internal * scale), Number(energy.Switching * scale), Number(energy.FromOutside * scale), Number(energy.Total * scale),
            withGlitches.Count == 0 ? "" : Number(withGlitches.Sum(static one => one.Energy.Total) * scale));
    }

    private static bool IsSmall(PhaseResult phase) => phase.Modules.Sum(static one => one.Energy.Total) / phase.Operations < 1000;

    private static IEnumerable<ModulePower> Modules(BlockResult block) => block.Phases.Count == 0 ? [] : block.Phases[0].Modules;

    private static object? ToJson(TimingPath? path) => path is null ? null : new
    {
        Seconds = path.Nanoseconds * 1e-9,
        path.Start,
        path.End,
        Cells = path.Steps.Select(static step => new
        {
            step.Cell,
            step.Type,
            Edge = step.IsRising ? "rise" : "fall",
            Seconds = step.Nanoseconds * 1e-9,
        }),
    };

    private static object ToJson(ModulePower module, PhaseResult phase, ModulePower? withGlitches) => new
    {
        module.Module,
        module.Instances,
        module.Cells,
        module.AreaSquareMicrometres,
        LeakageWatts = module.LeakageNanowatts * 1e-9,
        InternalJoulesPerOperation = Joules(module.Energy.Internal, phase),
        LoadJoulesPerOperation = Joules(module.Energy.Switching, phase),
        InputJoulesPerOperation = Joules(module.Energy.FromOutside, phase),
        JoulesPerOperation = Joules(module.Energy.Total, phase),
        JoulesPerOperationWithDelays = withGlitches is null ? null : (double?)Joules(withGlitches.Energy.Total, phase),
    };

    private static double Joules(double femtojoules, PhaseResult phase) => femtojoules * 1e-15 / phase.Operations;

    private static string Count(long value) => value.ToString("#,0");

    private static string Number(double? value) => value is not { } number ? "" : number.ToString(Math.Abs(number) switch
    {
        0 => "0",
        < 1 => "0.000",
        < 10 => "0.00",
        < 100 => "0.0",
        _ => "#,0",
    });
}
