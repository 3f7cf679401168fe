using System;
using System.Collections.Generic;

namespace ScEdge.Reporting.Model;

/// <summary>Distribution of one tensor's final values, with both trainings counted in the same bins.</summary>
public sealed record WeightHistogram
{
    /// <summary>Takes the counts of a stochastic training and, if there was one, of its FP32 baseline.</summary>
    /// <param name="tensor">Name of the tensor, for example <c>conv1.weight</c>.</param>
    /// <param name="lowestEdge">Left edge of the first bin, in units of the parameter.</param>
    /// <param name="binWidth">Width of every bin, positive.</param>
    /// <param name="stochasticCounts">Values per bin after stochastic training.</param>
    /// <param name="fp32Counts">Values per bin after FP32 training, or null without a baseline.</param>
    /// <exception cref="ArgumentException">The width is not positive or the two lists differ in length.</exception>
    public WeightHistogram(
        string tensor, double lowestEdge, double binWidth, IReadOnlyList<long> stochasticCounts, IReadOnlyList<long>? fp32Counts = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(stochasticCounts);
        if (!(binWidth > 0) || !double.IsFinite(binWidth) || !double.IsFinite(lowestEdge))
        {
            throw new ArgumentException($"The bins of {tensor} need a finite lowest edge and a positive, finite width.", nameof(binWidth));
        }

        if (fp32Counts is not null && fp32Counts.Count != stochasticCounts.Count)
        {
            throw new ArgumentException(
                $"The FP32 histogram of {tensor} has {fp32Counts.Count} bins and the stochastic one {stochasticCounts.Count}; use the same bins.",
                nameof(fp32Counts));
        }

        Tensor = tensor;
        LowestEdge = lowestEdge;
        BinWidth = binWidth;
        StochasticCounts = stochasticCounts;
        Fp32Counts = fp32Counts;
    }

    /// <summary>Name of the tensor.</summary>
    public string Tensor { get; }

    /// <summary>Left edge of the first bin, in units of the parameter.</summary>
    public double LowestEdge { get; }

    /// <summary>Width of every bin, in units of the parameter.</summary>
    public double BinWidth { get; }

    /// <summary>Values per bin after stochastic training.</summary>
    public IReadOnlyList<long> StochasticCounts { get; }

    /// <summary>Values per bin after FP32 training, or null without a baseline.</summary>
    public IReadOnlyList<long>? Fp32Counts { get; }

    /// <summary>Shape as text, for example <c>8 × 1 × 5 × 5</c>; null prints nothing.</summary>
    public string? Shape { get; init; }
}
