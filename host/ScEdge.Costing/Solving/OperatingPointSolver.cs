using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Costing.Architecture;
using ScEdge.Costing.Cells;
using ScEdge.Costing.Libraries;
using ScEdge.Costing.Pricing;
using ScEdge.Costing.Workloads;
using ScEdge.Input;
using ScEdge.Stochastic.Cbram;

namespace ScEdge.Costing.Solving;

/// <summary>Finds the lanes, clock and pulse width that update most parameters per second within an area and a power.</summary>
/// <remarks>
/// Exhaustive over pulse widths and clocks in steps of 1-2-5; for each of them the largest number of lanes that fits, by
/// bisection, since area and power grow with the lanes. What the library lacks takes its nominal value, in the middle of its bounds.
/// </remarks>
public static class OperatingPointSolver
{
    private const int MostLanes = 1 << 20;

    // Before the lists that are made of them.
    private static readonly double[] Steps = [1.0, 2.0, 5.0];

    /// <summary>Pulse widths that are tried: 10 ns to 1 ms; s.</summary>
    public static IReadOnlyList<double> PulseWidthsSeconds { get; } = Series(-8, -3);

    /// <summary>Clocks that are tried: 1 kHz to 400 MHz, beyond which no library was characterised; Hz.</summary>
    public static IReadOnlyList<double> ClocksHertz { get; } = [.. Series(3, 8), 200e6, 400e6];

    /// <summary>Solves.</summary>
    /// <param name="library">Library.</param>
    /// <param name="circuit">Everything but lanes, clock and pulse width.</param>
    /// <param name="workload">The step.</param>
    /// <param name="target">What the chip may take.</param>
    /// <param name="pulseWidths">Pulse widths to try; s; empty to keep that of the device.</param>
    /// <param name="clocks">Clocks to try; Hz.</param>
    /// <exception cref="InputException">No point keeps within the target; the sentence says what is in the way.</exception>
    public static OperatingPoint Solve(
        CostLibrary library,
        ArchitectureModel circuit,
        UpdateWorkload workload,
        OperatingTarget target,
        IReadOnlyList<double> pulseWidths,
        IReadOnlyList<double> clocks)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(pulseWidths);
        ArgumentNullException.ThrowIfNull(clocks);
        OperationCounts counts = workload.ToCounts();
        ArchitectureModel[] widths = pulseWidths.Count == 0 ? [circuit] : [.. pulseWidths.Select(circuit.WithPulseWidth)];
        OperatingPoint? best = null;
        CostReport? smallest = null;
        foreach (ArchitectureModel width in widths.Where(CanBeDriven))
        {
            CellEnergies energies = CellEnergies.Of(width.Preset, width.Probabilities, width.ResetConduction);
            foreach (double clock in clocks)
            {
                CostReport Price(int lanes) =>
                    new CostModel(library, (width with { ClockHertz = clock, Lanes = lanes }).Validated(), energies).Price(counts);
                CostReport one = Price(1);
                smallest = smallest is null || one.PowerWatts < smallest.PowerWatts ? one : smallest;
                if (Fits(one, target) && Largest(Price, counts, target) is { } report && Rate(report, workload) > (best?.UpdatesPerSecond ?? 0))
                {
                    best = new OperatingPoint(report.Circuit, report, Rate(report, workload));
                }
            }
        }

        return best ?? throw Impossible(library, smallest, target);
    }

    private static CostReport Largest(Func<int, CostReport> price, OperationCounts counts, OperatingTarget target)
    {
        int low = 1;
        int high = (int)Math.Min(MostLanes, counts.LaneCycles) + 1;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = Fits(price(middle), target) ? (middle, high) : (low, middle);
        }

        return price(low);
    }

    private static bool CanBeDriven(ArchitectureModel circuit) =>
        circuit.Preset.PulseFor(circuit.Probabilities.Probabilities[0]).VoltageVolts > 0;

    private static bool Fits(CostReport report, OperatingTarget target) =>
        report.AreaSquareMicrometres <= target.AreaSquareMicrometres && report.PowerWatts <= target.PowerWatts;

    private static double Rate(CostReport report, UpdateWorkload workload) => workload.Parameters / report.Seconds;

    private static InputException Impossible(CostLibrary library, CostReport? one, OperatingTarget target)
    {
        if (one is null)
        {
            return new InputException("No pulse width gives a positive voltage: choose another device or a shorter pulse.");
        }

        double area = one.AreaSquareMicrometres;
        return area > target.AreaSquareMicrometres
            ? new InputException(
                $"{target.AreaSquareMicrometres * 1e-6:G3} mm2 cannot be met under {library.Name}: one lane with its storage takes "
                + $"{area * 1e-6:G3} mm2; give more area, fewer parameters or another storage.") { Setting = "storage" }
            : new InputException(
                $"{target.PowerWatts * 1e6:G3} uW cannot be met under {library.Name}: one lane at {one.Circuit.ClockHertz:G3} Hz takes "
                + $"{one.PowerWatts * 1e6:G3} uW, {one.LeakageNanowatts * 1e-3:G3} uW of it leakage; give more power, fewer parameters "
                + "or another storage.") { Setting = "storage" };
    }

    private static double[] Series(int first, int last) =>
        [.. Enumerable.Range(first, last - first).SelectMany(decade => Steps.Select(step => Decimal(step, decade))), Decimal(1, last)];

    // Parsed, so that 5e-7 is the nearest number to it and not a product that is off in the last digit.
    private static double Decimal(double step, int decade) =>
        double.Parse($"{step:F0}e{decade}", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a chip may take.</summary>
/// <param name="AreaSquareMicrometres">Largest area; um2; positive.</param>
/// <param name="PowerWatts">Largest mean power; W; positive.</param>
public sealed record OperatingTarget(double AreaSquareMicrometres, double PowerWatts);

/// <summary>A circuit that keeps within a target, and what it achieves.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Report">Its cost for the step.</param>
/// <param name="UpdatesPerSecond">Parameters updated per second.</param>
public sealed record OperatingPoint(ArchitectureModel Circuit, CostReport Report, double UpdatesPerSecond);
