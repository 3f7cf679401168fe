using System;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Quantities;
using ScEdge.Costing.Uncertainty;

namespace ScEdge.Costing.Claims;

/// <summary>"1.55 mm2 and about 167 uW": one operating point, judged by one design, the circuit of the training.</summary>
/// <remarks>
/// The abstract does not say how fast the architecture is. A design whose leakage is below 167 uW takes that power at some rate, so the rate
/// decides nothing and is given. The claim counts as reproduced if the area is within a factor of two of the published one and the design can
/// run at the published power, or takes at least half of it at full speed.
/// </remarks>
public static class OperatingPointClaim
{
    /// <summary>Factor within which a figure counts as that of the claim.</summary>
    public const double MostRatio = 2;

    /// <summary>Judges the claim under a library.</summary>
    /// <param name="design">The circuit of the training, with its figures and spans.</param>
    public static ClaimResult Judge(CircuitSensitivity design)
    {
        ArgumentNullException.ThrowIfNull(design);
        CostModel model = design.Model;
        Span area = design.Area.Span.Times(1e-6);
        Span leakage = design.Leakage.Span.Times(1e-3);
        Span power = design.Power.Span.Times(1e6);
        bool holds = Fits(area.Nominal, leakage.Nominal, power.Nominal);
        double share = model.Parts.Where(static part => part.Bounded.Contains("area")).Sum(static part => part.AreaSquareMicrometres);
        return new ClaimResult(
            "operating-point",
            "The architecture takes 1.55 mm2 and about 167 uW",
            Millimetres,
            area.Nominal,
            "mm2",
            $"{Text(area)} mm2; {Rate(leakage.Nominal, power.Nominal, design.Rate.Span.Nominal)}; {Text(power)} uW at full speed; "
            + $"leakage {Text(leakage)} uW",
            model.Library.Name,
            Configuration(model.Circuit),
            "within a factor of two is the same area; the rate is free, as the abstract gives none",
            $"area {100 * ((area.Nominal / Millimetres) - 1):+0;-0} %; "
            + $"{100 * share / model.Circuit.Utilisation / model.AreaSquareMicrometres:0} % of it within bounds that {model.Library.Name} "
            + "does not narrow",
            holds ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced)
        {
            Span = area,
            FlipsWithinSpan = holds ? !Always(area, leakage, power) : Sometimes(area, leakage, power),
        };
    }

    private static bool Fits(double area, double leakage, double power) =>
        IsNear(area) && leakage <= Microwatts && power * MostRatio >= Microwatts;

    private static bool Always(Span area, Span leakage, Span power) =>
        IsNear(area.Low) && IsNear(area.High) && leakage.High <= Microwatts && power.Low * MostRatio >= Microwatts;

    private static bool Sometimes(Span area, Span leakage, Span power) =>
        area.Low <= Millimetres * MostRatio && area.High * MostRatio >= Millimetres
        && leakage.Low <= Microwatts && power.High * MostRatio >= Microwatts;

    private static bool IsNear(double area) => area * MostRatio >= Millimetres && area <= Millimetres * MostRatio;

    private static double Millimetres => PaperClaims.AreaSquareMicrometres * 1e-6;

    private static double Microwatts => PaperClaims.PowerWatts * 1e6;

    /// <summary>The rate at which the design takes 167 uW; beside leakage the power is proportional to it.</summary>
    private static string Rate(double leakage, double power, double fullRate)
    {
        double share = (Microwatts - leakage) / (power - leakage);
        return share <= 0 ? "leaks more than 167 uW"
            : share > 1 ? "never takes 167 uW" : $"167 uW at {share * fullRate * 1e-6:G3} million updates/s";
    }

    private static string Configuration(ArchitectureModel circuit) =>
        $"{circuit.Parameters:N0} parameters in {circuit.Storage.ToString().ToLowerInvariant()}, {circuit.Lanes:N0} lanes of {circuit.CellsPerLane} "
        + $"{circuit.Cell.Name} cells, clock {circuit.ClockHertz * 1e-6:G3} MHz, pulses of {circuit.SetSlotSeconds * 1e6:G3} us";

    private static string Text(Span span) => $"{Digits(span.Nominal)} ({Digits(span.Low)} to {Digits(span.High)})";

    private static string Digits(double value) => value >= 100 ? value.ToString("N0") : value.ToString("G3");
}
