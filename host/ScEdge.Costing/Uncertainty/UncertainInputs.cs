using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Cbram;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using Change = System.Func<ScEdge.Costing.Architecture.ArchitectureModel, ScEdge.Costing.Architecture.ArchitectureModel>;

namespace ScEdge.Costing.Uncertainty;

/// <summary>What is uncertain about a circuit under a library.</summary>
/// <remarks>
/// Figures of a device count as uncertain where its preset calls them assumptions, not where they were measured. A number of the library does
/// not: libraries differ from each other, and each is shown for itself. Every component that the library lacks, in whole or in part, or gives as a
/// range, is one input: all its figures move together between their ends.
/// </remarks>
internal static class UncertainInputs
{
    private const double LeastOnOhms = 100e3;
    private const double MostOnOhms = 26e6;

    /// <summary>On/off ratio of the Ag:a-Si device of MLP+NeuroSim, 325 Mohm over 26 Mohm.</summary>
    private const double LeastOnOffRatio = 12.5;

    // A decade to either side.
    private static readonly double[] QuarterDecades = [0.1, 0.178, 0.316, 0.562, 1.78, 3.16, 5.62, 10];

    /// <summary>Lists the inputs.</summary>
    /// <param name="circuit">Circuit.</param>
    /// <param name="library">Library.</param>
    /// <param name="components">Components with a figure between two ends.</param>
    public static IReadOnlyList<UncertainInput> Of(ArchitectureModel circuit, CostLibrary library, IEnumerable<string> components)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(library);
        return
        [
            .. Device(circuit.Preset), .. Layout(), .. Choices(circuit),
            .. components.Append(ComponentBounds.LeakageDensity).Distinct().Select(component => Component(component, library.Find(component))),
        ];
    }

    private static IEnumerable<UncertainInput> Device(CbramPreset preset)
    {
        if (preset.OnResistance.Confidence == Confidence.Assumption)
        {
            yield return new(
                "on-resistance of a cell", "0.1 to 26 Mohm", "range of published Ag/a-Si cells; off-resistance follows",
                [circuit => WithOn(circuit, LeastOnOhms), circuit => WithOn(circuit, MostOnOhms)]);
        }

        if (preset.OffResistance.Confidence == Confidence.Assumption)
        {
            yield return new(
                "on/off ratio of a cell", $"{LeastOnOffRatio:G3} to {preset.OffResistance.Value / preset.OnResistance.Value:G4}",
                "Ag:a-Si of MLP+NeuroSim; Jo and Lu 2008", [circuit => WithRatio(circuit, LeastOnOffRatio)]);
        }

        if (preset.SetPulseWidth is { Confidence: Confidence.Assumption } pulse)
        {
            // Power may turn between the ends: energy grows with the pulse, and so does the time.
            yield return new(
                "pulse width", $"{pulse.Value * 1e5:0.###} to {pulse.Value * 1e7:0.###} us", "a decade to either side (assumption)",
                [.. QuarterDecades.Select(factor => (Change)(circuit => circuit.WithPulseWidth(pulse.Value * factor)))]);
        }

        if (preset.ReadPulseWidth.Confidence == Confidence.Assumption)
        {
            yield return new(
                "read pulse", "20 ns to 1 us", "ngspice at 1 Mohm and 10 fF; 26 Mohm and 10 fF settle in some 0.3 us",
                [circuit => WithRead(circuit, 20e-9), circuit => WithRead(circuit, 1e-6)]);
        }

        yield return new(
            "conduction during RESET", "0 to 1 of the pulse", "the filament breaks at once, or at the end",
            [static circuit => circuit with { ResetConduction = 0 }, static circuit => circuit with { ResetConduction = 1 }]);
    }

    private static IEnumerable<UncertainInput> Layout()
    {
        IReadOnlyList<CellType> cells = CellType.All;
        double[] areas = [.. cells.Select(static cell => cell.AreaSquareMicrometres)];
        yield return new(
            "pitch of a cell", $"{areas.Min()} to {areas.Max()} um2",
            "4 F^2 crosspoint to a foundry's 1T1R", [.. cells.Select(static cell => (Change)(circuit => circuit with { Cell = cell }))]);
        yield return new(
            "word and bit lines", "1 to 100 fF of a lane", "32 cells of 0.16 um at 0.2 fF/um, to wide drivers and junctions (assumption)",
            [static circuit => circuit with { LineFemtofarads = 1 }, static circuit => circuit with { LineFemtofarads = 100 }]);
        yield return new(
            "utilisation of the chip", "0.7 to 1", "0.7 is usual for placed logic (assumption); clock tree and pads lie in the rest",
            [static circuit => circuit with { Utilisation = 0.7 }, static circuit => circuit with { Utilisation = 1 }]);
        yield return new(
            "wire to the registers", "0.03 to 0.3 mm per bit", "half a decade to either side (assumption)",
            [static circuit => circuit with { WireMillimetres = 0.03 }, static circuit => circuit with { WireMillimetres = 0.3 }]);
    }

    private static IEnumerable<UncertainInput> Choices(ArchitectureModel nominal)
    {
        yield return new(
            "efficiency of the pump", "0.18 to 0.51", "ngspice, four cross-coupled stages, 1.1 to 4.2 V: untuned; tuned",
            [static circuit => circuit with { ChargePumpEfficiency = 0.18 }, static circuit => circuit with { ChargePumpEfficiency = 0.51 }]);
        int ungated = Math.Min(nominal.ControllerGates, 1350);
        yield return new(
            "gating of the controller", $"20 to {ungated:N0} gates per command", "clock-gated; the sketch's controller free-running at 400 MHz",
            [circuit => circuit with { ControllerGatesPerCommand = ungated }]);
        if (nominal.Products is { } products)
        {
            Change Wire(double factor) =>
                circuit => circuit with { Products = circuit.Products! with { WireMillimetres = factor * products.WireMillimetres } };
            yield return new(
                "wire to a gate", $"{products.WireMillimetres / 3:G2} to {products.WireMillimetres * 3:G2} mm per bit",
                "half a decade to either side (assumption)", [Wire(1.0 / 3), Wire(3)]);
        }
    }

    private static UncertainInput Component(string component, LibraryEntry? entry)
    {
        ComponentBound? bound = ComponentBounds.Find(component);
        return new(
            component, Range(bound, entry), entry?.HasSpan == true ? entry.Source : bound?.Source ?? entry!.Source,
            [
                circuit => circuit with { BoundLevels = circuit.BoundLevels.With(component, -1) },
                circuit => circuit with { BoundLevels = circuit.BoundLevels.With(component, 1) },
            ]);
    }

    private static string Range(ComponentBound? bound, LibraryEntry? entry) => string.Join(", ", new[]
    {
        Range(entry?.AreaSpanAt40Nanometres, entry?.AreaSquareMicrometres, bound?.AreaSquareMicrometres, "um2"),
        Range(entry?.EnergySpan, entry?.EnergyFemtojoules, bound?.EnergyFemtojoules, "fJ"),
        Range(entry?.LeakageSpan, entry?.LeakageNanowatts, bound?.LeakageNanowatts, "nW"),
    }.Where(static text => text.Length > 0));

    /// <summary>The ends of the library's range, or those of the bounds where it has neither range nor number.</summary>
    private static string Range(Span? span, double? known, Bound? bound, string unit) =>
        span is not null ? $"{Number(span.Low)} to {Number(span.High)} {unit}"
        : known is null && bound is not null ? $"{Number(bound.Low)} to {Number(bound.High)} {unit}"
        : "";

    private static string Number(double value) => value >= 1000 ? value.ToString("N0") : value.ToString("G3");

    private static ArchitectureModel WithOn(ArchitectureModel circuit, double ohms)
    {
        CbramPreset preset = circuit.Preset;
        double ratio = preset.OffResistance.Value / preset.OnResistance.Value;
        return circuit with
        {
            Preset = preset with
            {
                OnResistance = preset.OnResistance with { Value = ohms },
                OffResistance = preset.OffResistance with { Value = ohms * ratio },
            },
        };
    }

    private static ArchitectureModel WithRatio(ArchitectureModel circuit, double ratio)
    {
        CbramPreset preset = circuit.Preset;
        return circuit with { Preset = preset with { OffResistance = preset.OffResistance with { Value = ratio * preset.OnResistance.Value } } };
    }

    private static ArchitectureModel WithRead(ArchitectureModel circuit, double seconds) => circuit with
    {
        Preset = circuit.Preset with { ReadPulseWidth = circuit.Preset.ReadPulseWidth with { Value = seconds } },
    };
}
