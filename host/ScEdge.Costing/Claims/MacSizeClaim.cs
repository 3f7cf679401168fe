using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;

namespace ScEdge.Costing.Claims;

/// <summary>"Multiply-accumulate units five orders of magnitude smaller."</summary>
/// <remarks>
/// The numerator is the largest binary unit that the library has, the denominator the smallest stochastic one, two bare cells. Only
/// at that level can the claim hold: five orders below an FP32 unit is less than one gate. The ratio with as much of the
/// periphery as the library knows stands beside it.
/// </remarks>
public static class MacSizeClaim
{
    /// <summary>Judges the claim under a library.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Gives cell, device and clock.</param>
    /// <param name="streamLength">Bits of an operand.</param>
    public static ClaimResult Judge(CostLibrary library, ArchitectureModel circuit, int streamLength)
    {
        ArgumentNullException.ThrowIfNull(library);
        MacComparison[] rows = [.. new MacTable(library, circuit, streamLength).Comparisons.Where(row => row.Area is not null)];
        MacComparison? bare = rows.Where(row => row.Denominator.Kind == MacKind.CellLevelOnly).MaxBy(row => row.Area!.Value);
        if (bare is null)
        {
            return Result(library, null, "nothing: the library has no binary unit", "", "", "no ratio can be formed", ClaimVerdict.NotReproduced);
        }

        double orders = bare.Area!.OrdersOfMagnitude;
        string periphery = rows
            .Where(row => row.Numerator == bare.Numerator && row.Denominator.Kind == MacKind.CbramWithPeriphery)
            .Select(row => $"{row.Area!.OrdersOfMagnitude:F1} orders with the periphery that the library knows")
            .FirstOrDefault("no figure with periphery");
        bool holds = orders >= PaperClaims.MacSizeOrders;
        return Result(
            library,
            orders,
            $"{bare.Numerator.Name} over two bare cells: {orders:F1} orders; {periphery}",
            $"{bare.Numerator.Name} over {bare.Denominator.Name}, streams of {streamLength} bits, {circuit.Cell.Name} cells",
            "a unit is its two cells and nothing else: no driver, sense amplifier, gate or counter",
            holds ? $"{orders - PaperClaims.MacSizeOrders:+0.0} orders" : $"{orders - PaperClaims.MacSizeOrders:0.0} orders: the library has no larger binary unit than {bare.Numerator.Name}",
            holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }

    private static ClaimResult Result(
        CostLibrary library, double? orders, string obtained, string configuration, string assumption, string residual, ClaimVerdict verdict) => new(
        "mac-size", "Multiply-accumulate units 5 orders of magnitude smaller", PaperClaims.MacSizeOrders, orders, "orders of magnitude",
        obtained, library.Name, configuration, assumption, residual, verdict);
}
