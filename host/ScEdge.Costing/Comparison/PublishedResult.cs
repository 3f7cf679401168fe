using System.Collections.Generic;

namespace ScEdge.Costing.Comparison;

/// <summary>A published gain of stochastic over binary arithmetic, to hold ours against.</summary>
/// <param name="Name">System.</param>
/// <param name="Figures">What it gained.</param>
/// <param name="Caveat">What to keep in mind.</param>
public sealed record PublishedResult(string Name, string Figures, string Caveat)
{
    /// <summary>The results; none of their figures enters a ratio of ours.</summary>
    public static IReadOnlyList<PublishedResult> All { get; } =
    [
        new(
            "LeNet-5 ASIC, stochastic against binary", "61x area, 151x power, 2x energy",
            "whole chips; of 151x of power 2x of energy remain, as streams take longer (quoted, unverified)"),
        new("stochastic computing inside ReRAM", "1.15x to 2.8x energy", "writing the devices dominates the logic (quoted, unverified)"),
        new(
            "CMOS stochastic units", "80 % and more of the cost is number generation",
            "the share that a CBRAM cell is to replace (quoted, unverified)"),
        new(
            "Lammie et al. 2021 (arXiv 2103.06506)", "MAC units 5 orders of magnitude smaller; 1.55 mm2, about 167 uW",
            "from the abstract; numerator and denominator are not given there"),
    ];
}
