using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Arrays;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Workloads;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Claims;

/// <summary>"Multiply-accumulate units five orders of magnitude smaller", of units that share what serves them.</summary>
/// <remarks>
/// The numerator is the largest binary unit that the library has. The denominator is an array's area over its gates, for the forward pass of a
/// network with bits from cells: what <c>--passes stochastic</c> computes with.
/// </remarks>
public static class ArrayMacClaim
{
    private const double Micro = 1e-6;

    /// <summary>Judges the claim under a library.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Gives lanes, cells, clock, device.</param>
    /// <param name="layers">Product layers of the network.</param>
    /// <param name="length">Bits of a stream.</param>
    public static ClaimResult Judge(CostLibrary library, ArchitectureModel circuit, IReadOnlyList<ForwardWorkload> layers, int length)
    {
        ArgumentNullException.ThrowIfNull(library);
        MacTable units = new(library, circuit, length);
        ArrayMac mac = new ArrayTable(library, circuit, layers, length).Of(StreamSource.OwnCells);
        ClaimResult result = new(
            "mac-size-array", "Multiply-accumulate units 5 orders of magnitude smaller, as gates of an array", PaperClaims.MacSizeOrders,
            ObtainedValue: null, "orders of magnitude", "nothing: the library has no binary unit", library.Name,
            $"forward pass, streams of {length} bits from cells of their own, weight streams shared by {ForwardWorkload.Images} images, "
            + $"{circuit.Lanes} lanes",
            "a gate with its share of counters, cells, sense amplifiers and drivers; what the library lacks lies within bounds",
            "no ratio can be formed", ClaimVerdict.NotReproduced);
        if (units.LargestBinary is not { } binary)
        {
            return result;
        }

        double Orders(double size) => MacSizeClaim.Orders(binary, size);
        Span area = mac.AreaSquareMicrometres;
        Span orders = new(Orders(area.High), Orders(area.Nominal), Orders(area.Low));
        Span energy = mac.Energy.Span.Times(Micro);
        string others = string.Concat(units.Units
            .Where(static unit => unit.Kind is MacKind.Binary or MacKind.CmosGenerators && unit.EnergyPerMac is not null)
            .Select(static unit => $", {unit.Name} {unit.EnergyPerMac!.Value * Micro:G3}"));
        return MacSizeClaim.Judged(result, orders) with
        {
            Obtained = $"{binary.Name} over a gate of {area.Nominal:G3} um2: {MacSizeClaim.Text(orders)} orders; "
                + $"energy: a MAC takes {energy.Nominal:G3} ({energy.Low:G3} to {energy.High:G3}) pJ{others}",
            Residual = $"{orders.Nominal - PaperClaims.MacSizeOrders:+0.0;-0.0} orders",
        };
    }
}
