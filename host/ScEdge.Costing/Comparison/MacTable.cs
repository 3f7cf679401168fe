using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Input;

namespace ScEdge.Costing.Comparison;

/// <summary>Multiply-accumulate units, binary and stochastic, under one library.</summary>
public sealed class MacTable
{
    private readonly CostLibrary _library;
    private readonly ArchitectureModel _circuit;
    private readonly int _length;

    /// <summary>Builds the table.</summary>
    /// <param name="library">Library of all figures but the cells', which are geometry and device.</param>
    /// <param name="circuit">Gives clock, cell, device and distribution of probabilities.</param>
    /// <param name="streamLength">Bits of an operand; 1 to 4096.</param>
    /// <exception cref="InputException">A number is out of range.</exception>
    public MacTable(CostLibrary library, ArchitectureModel circuit, int streamLength)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(circuit);
        if (streamLength is < 1 or > 4096)
        {
            throw new InputException($"A stream of {streamLength} bits cannot be compared: give 1 to 4096.");
        }

        _library = library;
        _circuit = circuit.Validated();
        _length = streamLength;
        Units = [.. BinaryUnits(), CmosUnit(), .. CbramUnits()];
        Comparisons = [.. from binary in Units where binary.Kind == MacKind.Binary
                          from stochastic in Units where stochastic.Kind != MacKind.Binary
                          select Compare(binary, stochastic)];
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<MacCost> Units { get; }

    /// <summary>Every binary unit over every stochastic one.</summary>
    public IReadOnlyList<MacComparison> Comparisons { get; }

    private IEnumerable<MacCost> BinaryUnits() =>
    [
        Binary("FP32 binary", Macro("fp32"), Pair("fp32", new MacPart("adder-fp32", 1, 1))),
        Binary("FP16 binary", Macro("fp16"), Pair("fp16", new MacPart("adder-fp16", 1, 1))),
        Binary("int32 binary", Macro("int32"), Pair("int32", new MacPart("adder-int32", 1, 1)), ArrayMultiplier(32, "adder-int32", 31, new MacPart("adder-int32", 1, 1))),
        Binary("int16 binary", Macro("int16"), Pair("int16", new MacPart("adder-int32", 1, 1)), Pair("int16", new MacPart("adder-int16", 2, 2)), ArrayMultiplier(16, "adder-int16", 15, new MacPart("adder-int32", 1, 1))),
        Binary("int8 binary", Macro("int8"), Pair("int8", new MacPart("adder-int16", 1, 1)), ArrayMultiplier(8, "adder-int8", 7, new MacPart("adder-int16", 1, 1))),
    ];

    private static MacPart[] Macro(string type) => [new($"mac-{type}", 1, 1)];

    private static MacPart[] Pair(string type, MacPart adder) => [new($"multiplier-{type}", 1, 1), adder];

    /// <summary>The textbook array multiplier: a partial product of one AND (2 NAND2) per pair of bits, and rows of adders.</summary>
    private static MacPart[] ArrayMultiplier(int bits, string adder, int rows, MacPart accumulator) =>
        [new("nand2", 2.0 * bits * bits, 2.0 * bits * bits), new(adder, rows, rows), accumulator];

    private MacCost Binary(string name, params MacPart[][] designs)
    {
        MacPart[]? design = designs.FirstOrDefault(parts => parts.All(part => _library.Find(part.Component) is not null));
        return design is null
            ? new MacCost(name, MacKind.Binary, "", null, null, null, 1 / _circuit.ClockHertz, ["no multiplier with an adder in this library"])
            : Unit(name, MacKind.Binary, design, 0, 0, 1 / _circuit.ClockHertz, [], "");
    }

    private MacCost CmosUnit()
    {
        // Eight products share one eight-input counter.
        MacPart[] parts = [new("sc-multiplier-unipolar-8", 1, _length), new("parallel-counter-8", 0.125, _length / 8.0)];
        string[] missing = [.. parts.Where(part => _library.Find(part.Component) is null).Select(part => part.Component)];
        const string Name = "SC, CMOS generators";
        return missing.Length > 0
            ? new MacCost(Name, MacKind.CmosGenerators, "", null, null, null, _length / _circuit.ClockHertz, missing)
            : Unit(Name, MacKind.CmosGenerators, parts, 0, 0, _length / _circuit.ClockHertz, [], "");
    }

    private IEnumerable<MacCost> CbramUnits()
    {
        CellEnergies cell = CellEnergies.Of(_circuit.Preset, _circuit.Probabilities);
        double mean = _circuit.Probabilities.Probabilities.Average();
        double write = cell.SetAttojoules + (mean * cell.ResetAttojoules);
        double read = (mean * cell.ReadOneAttojoules) + ((1 - mean) * cell.ReadZeroAttojoules);
        double bits = 2.0 * _length;
        double area = _circuit.Cell.AreaSquareMicrometres;
        double round = _circuit.SetSlotSeconds + _circuit.Preset.ResetPulseWidth.Value;
        double reads = _length * _circuit.ReadSlotSeconds;
        string cellName = $"{_circuit.Cell.Name} cells";
        string gate = _library.Find("and-multiplier") is not null ? "and-multiplier" : "nand2";
        int gates = gate == "nand2" ? 2 : 1;
        int width = System.Numerics.BitOperations.Log2((uint)_length) + 1;
        MacPart[] periphery =
        [
            new("row-driver", 2, 4), new("row-driver-read", 0, bits), new("decoder-6-to-64", 2.0 / 64, 2),
            new("latch-sense-amplifier", 2, bits), new(gate, gates, gates * _length), new("d-flip-flop", width, width * _length),
            new("high-voltage-driver", 2, 4), new("charge-pump", 1, 0), new("dac", 2.0 / _circuit.LanesPerDac, 2),
        ];
        MacPart[] known = [.. periphery.Where(part => _library.Find(part.Component) is not null)];
        string[] missing = [.. periphery.Except(known).Select(part => part.Component)];
        const string WithPeriphery = "SC, CBRAM with periphery";
        yield return known.Length == 0
            ? new MacCost(WithPeriphery, MacKind.CbramWithPeriphery, "", null, null, null, round + reads, missing)
            : Unit(WithPeriphery, MacKind.CbramWithPeriphery, known, bits * area,
            bits * ((write / _circuit.ChargePumpEfficiency) + read), round + reads, missing, $"{bits:G4} {cellName}, pump loss, ");
        yield return Unit("SC, cells only, group write", MacKind.CellLevelOnly, [], bits * area, bits * (write + read), round + reads, [], $"{bits:G4} {cellName}");
        yield return Unit("SC, cells only, serial write", MacKind.CellLevelOnly, [], 2 * area, bits * (write + read), (_length * round) + reads, [], $"2 {cellName}");
    }

    private MacCost Unit(
        string name, MacKind kind, MacPart[] parts, double cellArea, double cellAttojoules, double latency, string[] excluded, string cells)
    {
        double? area = cellArea;
        double? energy = cellAttojoules;
        double? leakage = 0;
        List<string> without = [.. excluded];
        foreach (MacPart part in parts)
        {
            LibraryEntry entry = _library.Find(part.Component)!;
            Add(ref area, entry.AreaAt40Nanometres, part.Count, $"area of {part.Component}");
            Add(ref energy, entry.EnergyFemtojoules * 1000, part.Uses, $"energy of {part.Component}");
            Add(ref leakage, entry.LeakageNanowatts, part.Count, $"leakage of {part.Component}");
        }

        string contents = cells + string.Join(", ", parts.Where(part => part.Count > 0).Select(part => part.Count == 1 ? part.Component : $"{part.Count:G4} {part.Component}"));
        return new MacCost(name, kind, contents, Quantity(area), Quantity(energy), Quantity(leakage), latency, without);

        void Add(ref double? sum, double? figure, double count, string what)
        {
            if (figure is null && count > 0)
            {
                // With cells in the unit the rest still says something, as a bound; a binary unit without its energy does not.
                without.Add(what);
                sum = kind == MacKind.CbramWithPeriphery ? sum : null;
                return;
            }

            sum += (figure ?? 0) * count;
        }
    }

    private LibraryQuantity? Quantity(double? value) => value is { } number ? _library.Quantity(number) : null;

    private MacComparison Compare(MacCost binary, MacCost stochastic)
    {
        string scope = stochastic.Kind switch
        {
            MacKind.CellLevelOnly => "cell level only",
            MacKind.CbramWithPeriphery => "upper bound, excludes parts",
            _ => "without shared control",
        };
        return new MacComparison(binary, stochastic, Ratio(binary.Area, stochastic.Area), Ratio(binary.EnergyPerMac, stochastic.EnergyPerMac), scope);
    }

    private LibraryRatio? Ratio(LibraryQuantity? numerator, LibraryQuantity? denominator) =>
        numerator is null || denominator is null ? null : _library.Ratio(numerator, denominator);
}
