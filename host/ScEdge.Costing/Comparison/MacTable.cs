using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Input;

namespace ScEdge.Costing.Comparison;

/// <summary>Multiply-accumulate units, binary and stochastic, under one library.</summary>
/// <remarks>
/// Binary units and CMOS generators are those of the library or none. A CBRAM unit has all its periphery; what the library lacks of it takes
/// its place between the bounds (<see cref="ComponentBounds"/>), so that a ratio over it is as uncertain as they are.
/// </remarks>
public sealed class MacTable
{
    /// <summary>Name of the unit with CMOS generators.</summary>
    public const string CmosName = "SC, CMOS generators";

    /// <summary>Name of the unit with CBRAM cells and their periphery.</summary>
    public const string CbramName = "SC, CBRAM with periphery";

    private readonly CostLibrary _library;
    private readonly ArchitectureModel _circuit;
    private readonly int _length;
    private readonly CellEnergies _cell;

    /// <summary>Builds the table.</summary>
    /// <param name="library">Library of all figures but the cells', which are geometry and device.</param>
    /// <param name="circuit">Gives clock, cell, device, distribution of probabilities and levels of bounds.</param>
    /// <param name="streamLength">Bits of an operand; 1 to 4096.</param>
    /// <exception cref="InputException">A number is out of range.</exception>
    public MacTable(CostLibrary library, ArchitectureModel circuit, int streamLength)
        : this(library, circuit, streamLength, new CellEnergyTable())
    {
    }

    /// <summary>Builds the table with the energies of a table of cells.</summary>
    /// <exception cref="InputException">A number is out of range.</exception>
    internal MacTable(CostLibrary library, ArchitectureModel circuit, int streamLength, CellEnergyTable energies)
    {
        System.ArgumentNullException.ThrowIfNull(library);
        System.ArgumentNullException.ThrowIfNull(circuit);
        if (streamLength is < 1 or > 4096)
        {
            throw new InputException($"A stream of {streamLength} bits cannot be compared: give 1 to 4096.");
        }

        _library = library;
        _circuit = circuit.Validated();
        _length = streamLength;
        _cell = energies.Of(circuit.Preset, circuit.Probabilities, circuit.ResetConduction);
        Units = [.. BinaryUnits(), CmosUnit(), .. CbramUnits()];
        Comparisons = [.. from binary in Units where binary.Kind == MacKind.Binary
                          from stochastic in Units where stochastic.Kind != MacKind.Binary
                          select Compare(binary, stochastic)];
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<MacCost> Units { get; }

    /// <summary>The largest binary unit; null where the library has none with an area.</summary>
    public MacCost? LargestBinary =>
        Units.Where(static unit => unit.Kind == MacKind.Binary && unit.Area is not null).MaxBy(static unit => unit.Area!.Value);

    /// <summary>Every binary unit over every stochastic one.</summary>
    public IReadOnlyList<MacComparison> Comparisons { get; }

    /// <summary>Returns the table of another circuit under the same library.</summary>
    internal MacTable With(ArchitectureModel circuit, CellEnergyTable energies) => new(_library, circuit, _length, energies);

    /// <summary>Returns the unit of a name.</summary>
    public MacCost Unit(string name) => Units.Single(unit => unit.Name == name);

    private IEnumerable<MacCost> BinaryUnits() =>
    [
        Binary("FP32 binary", Macro("fp32"), Pair("fp32", One("adder-fp32"))),
        Binary("FP16 binary", Macro("fp16"), Pair("fp16", One("adder-fp16"))),
        .. _library.Find("mac-bf16") is null ? (MacCost[])[] : [Binary("BF16 binary", Macro("bf16"))],
        Binary("int32 binary", Macro("int32"), Pair("int32", One("adder-int32")), ArrayMultiplier(32, "adder-int32", "adder-int32")),
        Binary(
            "int16 binary", Macro("int16"), Pair("int16", One("adder-int32")), Pair("int16", new MacPart("adder-int16", 2, 2)),
            ArrayMultiplier(16, "adder-int16", "adder-int32")),
        Binary("int8 binary", Macro("int8"), Pair("int8", One("adder-int16")), ArrayMultiplier(8, "adder-int8", "adder-int16")),
    ];

    private static MacPart One(string component) => new(component, 1, 1);

    private static MacPart[] Macro(string type) => [One($"mac-{type}")];

    private static MacPart[] Pair(string type, MacPart adder) => [One($"multiplier-{type}"), adder];

    /// <summary>The textbook array multiplier: a partial product of one AND (2 NAND2) per pair of bits, and rows of adders.</summary>
    private static MacPart[] ArrayMultiplier(int bits, string adder, string accumulator) =>
        [new("nand2", 2.0 * bits * bits, 2.0 * bits * bits), new(adder, bits - 1, bits - 1), One(accumulator)];

    private MacCost Binary(string name, params MacPart[][] designs)
    {
        double latency = 1 / _circuit.ClockHertz;
        MacPart[]? design = designs.FirstOrDefault(parts => parts.All(part => _library.Find(part.Component) is not null));
        return design is null
            ? new MacCost(name, MacKind.Binary, "", null, null, null, latency, [], ["a multiplier with an adder"])
            : Unit(name, MacKind.Binary, design, 0, 0, latency, "");
    }

    private MacCost CmosUnit()
    {
        // Eight products share one eight-input counter.
        MacPart[] parts = [new("sc-multiplier-unipolar-8", 1, _length), new("parallel-counter-8", 0.125, _length / 8.0)];
        string[] lacking = [.. parts.Where(part => _library.Find(part.Component) is null).Select(part => part.Component)];
        double latency = _length / _circuit.ClockHertz;
        return lacking.Length > 0
            ? new MacCost(CmosName, MacKind.CmosGenerators, "", null, null, null, latency, [], lacking)
            : Unit(CmosName, MacKind.CmosGenerators, parts, 0, 0, latency, "");
    }

    private IEnumerable<MacCost> CbramUnits()
    {
        double mean = _circuit.Probabilities.Probabilities.Average();
        double write = _cell.SetAttojoules + (mean * _cell.ResetAttojoules);
        double read = (mean * _cell.ReadOneAttojoules) + ((1 - mean) * _cell.ReadZeroAttojoules);
        double bits = 2.0 * _length;
        double area = _circuit.Cell.AreaSquareMicrometres;
        double round = _circuit.SetSlotSeconds + _circuit.Preset.ResetPulseWidth.Value;
        double reads = _length * _circuit.ReadSlotSeconds;
        string cells = $"{_circuit.Cell.Name} cells";

        // As the circuit writes: so many cells at a time, in as many rounds as that takes.
        int group = System.Math.Min(_circuit.CellsPerLane, _length);
        int rounds = (_length + group - 1) / group;
        double lines = 4 * rounds * _circuit.LineJoules * 1e18;
        yield return Unit(
            CbramName, MacKind.CbramWithPeriphery, Periphery(group, rounds), 2 * group * area,
            (((bits * write) + lines) / _circuit.ChargePumpEfficiency) + (bits * read), (rounds * round) + reads,
            $"{2 * group} {cells}, lines, pump loss, ");
        yield return Unit(
            "SC, cells only, group write", MacKind.CellLevelOnly, [], bits * area, bits * (write + read), round + reads, $"{bits:G4} {cells}");
        yield return Unit(
            "SC, cells only, serial write", MacKind.CellLevelOnly, [], 2 * area, bits * (write + read), (_length * round) + reads, $"2 {cells}");
    }

    /// <summary>Two lanes without their arithmetic, and a gate with its counter.</summary>
    private MacPart[] Periphery(int group, int rounds)
    {
        double bits = 2.0 * _length;
        int width = System.Numerics.BitOperations.Log2((uint)_length) + 1;
        MacPart gate = _library.Find("and-multiplier") is null && _library.Find("nand2") is not null
            ? new("nand2", 2, 2 * _length)
            : new("and-multiplier", 1, _length);

        // The counter is clocked by the ones of a product of independent streams and cleared once; its gate sees every bit.
        double ones = _length * _circuit.Probabilities.Mean * _circuit.Probabilities.Mean;
        double pump = (_circuit with { Lanes = 2, LearningRateStream = false, CellsPerLane = group }).PumpMilliamperes(_cell);
        return
        [
            new("row-driver", 2, 4 * rounds), new("row-driver-read", 0, bits), new("decoder-6-to-64", 2.0 / 64, 2 * rounds),
            new("latch-sense-amplifier", 2, bits), gate, new("d-flip-flop", width, width * (ones + 1)),
            new("clock-gate", 1, _length + 1), new("high-voltage-driver", 2, 4 * rounds),
            new("charge-pump", pump, 0), new("dac", 2.0 / _circuit.LanesPerDac, 2 * rounds), new("sample-and-hold", 2, 2 * rounds),
            new("drive-code", 2, 2),
        ];
    }

    private MacCost Unit(string name, MacKind kind, MacPart[] parts, double cellArea, double cellAttojoules, double latency, string cells)
    {
        (double? area, double? energy, double? leakage) = (cellArea, cellAttojoules, 0);
        List<string> bounded = [];
        List<string> uncertain = [];
        foreach (MacPart part in parts)
        {
            ComponentPrice price = ComponentPrice.Of(_library, _circuit.BoundLevels, [new(part.Component)]);
            area += part.Count == 0 ? 0 : part.Count * price.AreaSquareMicrometres;
            energy += part.Uses == 0 ? 0 : part.Uses * 1000 * price.EnergyFemtojoules;
            leakage += part.Count == 0 ? 0 : part.Count * price.LeakageNanowatts;
            if (price.Bounded.Count > 0)
            {
                bounded.Add(part.Component);
            }

            if (price.IsUncertain)
            {
                uncertain.Add(part.Component);
            }
        }

        string contents = cells + string.Join(", ", parts.Where(part => part.Count > 0).Select(Text));
        return new MacCost(name, kind, contents, Quantity(area), Quantity(energy), Quantity(leakage), latency, bounded, [])
        {
            Uncertain = uncertain,
        };
    }

    private LibraryQuantity? Quantity(double? value) => value is { } number ? _library.Quantity(number) : null;

    private static string Text(MacPart part) => part.Count == 1 ? part.Component : $"{part.Count:G4} {part.Component}";

    private MacComparison Compare(MacCost binary, MacCost stochastic)
    {
        string scope = stochastic.Kind switch
        {
            MacKind.CellLevelOnly => "cell level only",
            MacKind.CbramWithPeriphery => "periphery within bounds",
            _ => "without shared control",
        };
        return new MacComparison(
            binary, stochastic, Ratio(binary.Area, stochastic.Area), Ratio(binary.EnergyPerMac, stochastic.EnergyPerMac), scope);
    }

    private LibraryRatio? Ratio(LibraryQuantity? numerator, LibraryQuantity? denominator) =>
        numerator is null || denominator is null ? null : _library.Ratio(numerator, denominator);

    /// <summary>A component of a unit.</summary>
    /// <param name="Component">Name in the library.</param>
    /// <param name="Count">Instances per unit; a fraction where it is shared.</param>
    /// <param name="Uses">Operations or cycles of one component, times components, per MAC.</param>
    private sealed record MacPart(string Component, double Count, double Uses);
}
