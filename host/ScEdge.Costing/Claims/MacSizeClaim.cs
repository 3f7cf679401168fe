using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Uncertainty;

namespace ScEdge.Costing.Claims;

/// <summary>"Multiply-accumulate units five orders of magnitude smaller."</summary>
/// <remarks>
/// The numerator is the largest binary unit that the library has. The denominator is the unit as it was trained: the cells of both operands, at
/// the pitch of the circuit and as many as a group write takes. Only bare cells can come near the claim, for five orders below an FP32 unit is
/// less than one gate; the unit with its periphery and what a MAC takes in energy stand beside it. Two cells written one bit after the other are
/// smaller, but that is another configuration with another time.
/// </remarks>
public static class MacSizeClaim
{
    /// <summary>Judges the claim under a library.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">The circuit of the training.</param>
    /// <param name="streamLength">Bits of an operand.</param>
    public static ClaimResult Judge(CostLibrary library, ArchitectureModel circuit, int streamLength)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(circuit);
        CellEnergyTable energies = new();
        MacTable table = new(library, circuit, streamLength, energies);
        MacCost cbram = table.Unit(MacTable.CbramName);
        if (table.LargestBinary is not { } binary)
        {
            return Result(library, "nothing: the library has no binary unit", "", "", "no ratio can be formed");
        }

        UncertainInput[] inputs = [.. UncertainInputs.Of(circuit, library, cbram.Uncertain)];
        Span bare = new Sensitivity(circuit, inputs, one => Orders(binary, 2 * one.CellsPerLane * one.Cell.AreaSquareMicrometres)).Span;
        double Whole(ArchitectureModel one) => new MacTable(library, one, streamLength, energies).Unit(MacTable.CbramName).Area!.Value;
        Span whole = new Sensitivity(circuit, inputs, one => Orders(binary, Whole(one))).Span;
        double serial = Orders(binary, 2 * CellType.Find("1t1r").AreaSquareMicrometres);
        ClaimResult result = Result(
            library,
            $"{binary.Name} over {2 * circuit.CellsPerLane} bare cells: {Text(bare)} orders; with periphery {Text(whole)}; "
            + $"energy: {Energies(table, binary, circuit, inputs, energies)}",
            $"streams of {streamLength} bits in groups of {circuit.CellsPerLane} {circuit.Cell.Name} cells, {cbram.LatencySeconds * 1e6:G3} us a MAC",
            "a unit is its cells and nothing else: no driver, sense amplifier, gate or counter",
            $"{bare.Nominal - PaperClaims.MacSizeOrders:+0.0;-0.0} orders; two 1T1R cells of a foundry, written bit by bit, would give {serial:F1}");
        return Judged(result, bare);
    }

    /// <summary>Sets the verdict by how many orders were obtained.</summary>
    internal static ClaimResult Judged(ClaimResult result, Span orders)
    {
        bool holds = orders.Nominal >= PaperClaims.MacSizeOrders;
        return result with
        {
            ObtainedValue = orders.Nominal,
            Verdict = holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced,
            Span = orders,
            FlipsWithinSpan = holds ? orders.Low < PaperClaims.MacSizeOrders : orders.High >= PaperClaims.MacSizeOrders,
        };
    }

    internal static double Orders(MacCost binary, double area) => Math.Log10(binary.Area!.Value / area);

    internal static string Text(Span span) => $"{span.Nominal:F1} ({span.Low:F1} to {span.High:F1})";

    /// <summary>The other side of the ratio: what a MAC takes, and what it takes with CMOS generators.</summary>
    private static string Energies(
        MacTable table, MacCost binary, ArchitectureModel circuit, IReadOnlyList<UncertainInput> inputs, CellEnergyTable cells)
    {
        double Energy(ArchitectureModel one) => table.With(one, cells).Unit(MacTable.CbramName).EnergyPerMac!.Value;
        Span own = new Sensitivity(circuit, inputs, Energy).Span.Times(1e-6);
        string cmos = table.Unit(MacTable.CmosName).EnergyPerMac is { } value ? $", with CMOS Sobol generators {value.Value * 1e-6:G3}" : "";
        string whole = binary.EnergyPerMac is { } energy ? $", {binary.Name} {energy.Value * 1e-6:G3}" : "";
        return $"a MAC takes {own.Nominal:G3} ({own.Low:G3} to {own.High:N0}) pJ{cmos}{whole}";
    }

    private static ClaimResult Result(
        CostLibrary library, string obtained, string configuration, string assumption, string residual) => new(
        "mac-size", "Multiply-accumulate units 5 orders of magnitude smaller", PaperClaims.MacSizeOrders, ObtainedValue: null, "orders of magnitude",
        obtained, library.Name, configuration, assumption, residual, ClaimVerdict.NotReproduced);
}
