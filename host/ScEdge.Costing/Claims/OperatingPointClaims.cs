using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Solving;
using ScEdge.Costing.Workloads;
using ScEdge.Input;

namespace ScEdge.Costing.Claims;

/// <summary>"1.55 mm2" and "about 167 uW".</summary>
/// <remarks>
/// The abstract does not say how fast the architecture is. Both figures are therefore taken as limits, and the circuit that
/// updates most parameters per second within them is sought, with the pulses of the device's preset: shorter ones would make it
/// faster, and whether the device can be written that fast is not known. A claim counts as reproduced if the figure is within
/// the limit and not below half of it; that a point exists says little without its rate, which is given.
/// </remarks>
public static class OperatingPointClaims
{
    /// <summary>A figure that is smaller than the claim by more than this fits, but does not reproduce it.</summary>
    public const double MostRatio = 2;

    private const string Fits = "The architecture takes 1.55 mm2";
    private const string Runs = "The architecture takes about 167 uW";

    /// <summary>Judges both claims under a library.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Everything but lanes and clock.</param>
    /// <param name="workload">A step, as measured in training.</param>
    /// <param name="ownPowerWatts">Power of the circuit as it is, at full speed; W.</param>
    public static IReadOnlyList<ClaimResult> Judge(
        CostLibrary library, ArchitectureModel circuit, UpdateWorkload workload, double ownPowerWatts)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(workload);
        try
        {
            OperatingPoint point = OperatingPointSolver.Solve(
                library, circuit, workload, PaperClaims.OperatingTarget, [], OperatingPointSolver.ClocksHertz);
            return [Area(library, point, workload), Power(library, point, workload, ownPowerWatts)];
        }
        catch (InputException refusal)
        {
            return
            [
                Refused("area", Fits, PaperClaims.AreaSquareMicrometres * 1e-6, "mm2", library, refusal),
                Refused("power", Runs, PaperClaims.PowerWatts * 1e6, "uW", library, refusal),
            ];
        }
    }

    private static ClaimResult Area(CostLibrary library, OperatingPoint point, UpdateWorkload workload)
    {
        double area = point.Report.AreaSquareMicrometres * 1e-6;
        double paper = PaperClaims.AreaSquareMicrometres * 1e-6;
        return new ClaimResult(
            "area", Fits, paper, area, "mm2", $"fits: {area:G3} mm2 with what the library knows", library.Name, Configuration(point, workload),
            $"1.55 mm2 is a limit; {Unpriced(point, "area")}",
            $"{Percent(area, paper)}; {paper - area:G3} mm2 are left for what is not priced and for a larger network",
            area * MostRatio >= paper ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }

    private static ClaimResult Power(CostLibrary library, OperatingPoint point, UpdateWorkload workload, double ownPowerWatts)
    {
        double power = point.Report.PowerWatts * 1e6;
        double paper = PaperClaims.PowerWatts * 1e6;
        return new ClaimResult(
            "power", Runs, paper, power, "uW",
            $"{power:G3} uW at {point.UpdatesPerSecond * 1e-6:G3} million updates/s",
            library.Name,
            Configuration(point, workload),
            $"167 uW is a limit and the rate is free; {Unpriced(point, "energy")}",
            $"{Percent(power, paper)}; the circuit of the training takes {ownPowerWatts * 1e6:N0} uW at full speed",
            power * MostRatio >= paper ? ClaimVerdict.ReproducedUnderAssumption : ClaimVerdict.NotReproduced);
    }

    private static string Percent(double value, double paper) => Math.Round(100 * ((value / paper) - 1)) is var percent && percent == 0
        ? "within 0.5 %"
        : $"{percent:+0;-0} %";

    private static string Configuration(OperatingPoint point, UpdateWorkload workload) =>
        $"{workload.Parameters:N0} parameters in {point.Circuit.Storage.ToString().ToLowerInvariant()}, {point.Circuit.Lanes:N0} lanes of {point.Circuit.CellsPerLane} cells, clock {point.Circuit.ClockHertz * 1e-6:G3} MHz, pulses of {point.Circuit.SetSlotSeconds * 1e6:G3} us";

    private static string Unpriced(OperatingPoint point, string figure)
    {
        string[] parts = [.. point.Report.Incomplete.Where(row => row.Missing.Contains(figure)).Select(row => row.Name)];
        return parts.Length == 0 ? "every part is priced" : $"no {figure} of {string.Join(", ", parts)}";
    }

    private static ClaimResult Refused(string id, string claim, double paper, string unit, CostLibrary library, InputException refusal) => new(
        id, claim, paper, null, unit, "no such circuit", library.Name, "", "", refusal.Message, ClaimVerdict.NotReproduced);
}
