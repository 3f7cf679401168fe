using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScEdge.Costing.Quantities;
using ScEdge.Experiments.Quantities;
using ScEdge.Experiments.Results;
using ScEdge.Reporting.Model;

namespace ScEdge.Experiments.Reports;

/// <summary>
/// What the updates of a run, and its passes in bit streams, would cost in silicon, as its page shows it.
/// </summary>
public static class CostPanels
{
    // Per attojoule.
    private const double Picojoules = 1e-6;

    /// <summary>Builds the panel.</summary>
    /// <param name="cost">Costs of all seeds together.</param>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="seeds">Number of seeds.</param>
    public static CostPanel Of(RunCost cost, int parameters, int seeds)
    {
        double steps = (double)cost.Updates / parameters;
        (string title, double parts) = cost.HasPasses ? ("Energy of a step", steps) : ("Energy of an update", cost.Updates);
        List<Setting> facts =
        [
            new("Energy per update", QuantityText.Energy(cost.EnergyPerUpdateAttojoules)),
            new(seeds == 1 ? "Energy of the training" : "Energy of a training", QuantityText.Energy((double)cost.TotalAttojoules / seeds)),
            new("Mean power", QuantityText.Power(cost.PowerWatts)),
            new("Time of a training", QuantityText.Seconds(cost.Seconds / seeds)),
            new("Area", QuantityText.Area(cost.AreaSquareMicrometres)),
            new("Lanes, cells", string.Create(CultureInfo.InvariantCulture, $"{cost.Lanes:N0} lanes, {cost.Cells:N0} cells")),
            new("Cycles of the busiest cells", string.Create(CultureInfo.InvariantCulture, $"{cost.CyclesPerCell:N0} in a training")),
        ];
        if (cost is { EnduranceUsedShare: { } used, StepsUntilWearOut: { } left })
        {
            facts.Add(new("Rated life used", string.Create(CultureInfo.InvariantCulture, $"{100 * used:G3} %, all of it after {left:N0} steps")));
        }

        return new CostPanel(
            cost.Library,
            facts,
            title,
            [.. from category in cost.CategoryAttojoules
                where category.Value > 0
                select new Bar(category.Key, (double)category.Value / parts * Picojoules, QuantityText.Energy((double)category.Value / parts))],
            [.. cost.TensorAttojoules.Select(tensor => new Bar(
                tensor.Key, (double)tensor.Value / steps * Picojoules, QuantityText.Energy((double)tensor.Value / steps)))],
            [.. cost.Bounded.Select(part => $"{part.Name} ({string.Join(", ", part.Figures)})")]);
    }
}
