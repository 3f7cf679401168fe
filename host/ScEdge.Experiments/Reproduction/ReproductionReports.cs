using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Experiments.Composition;
using ScEdge.Experiments.Quantities;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Claims;
using ScEdge.Costing.Comparison;
using ScEdge.Costing.Ledgers;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Reproduction;

/// <summary>
/// Turns a reproduction into what its page shows.
/// </summary>
public static class ReproductionReports
{
    /// <summary>Builds the report.</summary>
    /// <param name="result">The reproduction.</param>
    /// <param name="commandLine">Command that repeats it.</param>
    public static ReproductionReport Of(ReproductionResult result, string commandLine)
    {
        LengthResult main = result.Lengths.Single(one => one.Lengths == result.Main.Run.Options.StreamLengths);
        int priced = PricedMost(main);
        return new ReproductionReport
        {
            Summary = Summary(result),
            CommandLine = commandLine,
            Claims = [.. result.Claims.Select(Row)],
            Spans = SpanPanels.Of(result.Designs, result.FixedPoint),
            Tornados = [.. result.Designs.SelectMany(SpanPanels.Tornados)],
            Breakdowns = [.. main.Prices.Select(Breakdown)],
            EnergyByBits = [.. main.Prices.Select((price, index) => new Curve(
                price.Model.Library.Name,
                [.. result.Lengths.Select(
                    one => ((double)ReproductionPlan.BitsPerUpdate(one.Lengths), one.Prices[index].AttojoulesPerUpdate * 1e-6))]))],
            TradeOffs = [.. from one in result.Lengths
                            let drop = one.AgainstFp32.Drop
                            where drop is not null
                            let price = one.Prices[priced]
                            select new TradeOff(
                                one.Lengths.ToString(), drop.Points, drop.HalfWidth95,
                                price.AttojoulesPerUpdate * 1e-6, price.Model.AreaSquareMicrometres * 1e-6)],
            TradeOffLibrary = main.Prices[priced].Model.Library.Name,
            AreaByLanes = Curves(result, static one => one.AreaSquareMicrometres * 1e-6),
            PowerByLanes = Curves(result, static one => one.PowerWatts * 1e3),
            RateByLanes = Curves(result, static one => one.UpdatesPerSecond * 1e-6)[0] with { Name = "every library" },
            Published = [.. PublishedResult.All.Select(static one => (one.Name, one.Figures, one.Caveat))],
        };
    }

    /// <summary>The library that has figures for most parts tells most about a trade-off.</summary>
    private static int PricedMost(LengthResult main) => Enumerable.Range(0, main.Prices.Count)
        .MinBy(index => main.Prices[index].Model.Bounded.Sum(static part => part.Figures.Count));

    private static string Summary(ReproductionResult result)
    {
        RunComposition run = result.Main.Run;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Model.Name} ({run.Model.ParameterCount:N0} parameters) on {run.Dataset.Name}, epochs {run.Options.Epochs}, "
            + $"seeds {string.Join(", ", run.Options.Seeds)}, {result.Lengths.Count} stream lengths; "
            + $"every update of every parameter in bit streams from modelled CBRAM cells ({run.Preset.Name}), every step accounted.");
    }

    private static ClaimRow Row(ClaimResult claim) => new(
        claim.Id, claim.Claim, claim.Library ?? "", claim.Obtained, claim.Residual, claim.Configuration, claim.Assumption,
        VerdictText.Of(claim),
        claim.Verdict is ClaimVerdict.Undecided or ClaimVerdict.Untested
            ? null
            : claim.Verdict is ClaimVerdict.Reproduced or ClaimVerdict.ReproducedUnderAssumption);

    private static LibraryBreakdown Breakdown(TrainingPrice price)
    {
        Bar[] area = [.. from part in price.Model.Parts
                         where part.AreaSquareMicrometres > 0
                         select new Bar(part.Part.Name.Split(',')[0], part.AreaSquareMicrometres, QuantityText.Area(part.AreaSquareMicrometres))];
        Bar[] power = [.. from category in Enum.GetValues<CostCategory>()
                          let watts = Attojoules.ToJoules(price.CategoryAttojoules(category)) / price.Seconds
                          where watts > 0
                          select new Bar(category.ToString(), watts, QuantityText.Power(watts))];
        return new LibraryBreakdown(price.Model.Library.Name, area, power, [.. price.Model.Bounded.Select(static part => part.Name)]);
    }

    private static IReadOnlyList<Curve> Curves(ReproductionResult result, Func<LaneResult, double> value) =>
    [
        .. result.Lanes.GroupBy(static one => one.Library)
            .Select(library => new Curve(library.Key, [.. library.Select(one => ((double)one.Lanes, value(one)))])),
    ];
}
