using System;
using ScEdge.Stochastic.Cbram;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Costing.Workloads;

/// <summary>The counts to expect of a product layer's forward pass in bit streams when nothing is read.</summary>
/// <remarks>
/// Of <see cref="Images"/> images that share the streams of the weights. An input's stream meets all outputs, a weight's all windows, so a
/// layer draws Inputs x Images + Weights numbers for Products x Images AND gates a bit. Shares of pulses and ones are measured.
/// </remarks>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Inputs">Numbers of its input map.</param>
/// <param name="Weights">Its weights.</param>
/// <param name="Products">Multiplications of an image.</param>
public sealed record ForwardWorkload(string Layer, long Inputs, long Weights, long Products)
{
    /// <summary>Images of a batch, which meet the same weight streams.</summary>
    public const int Images = 64;

    /// <summary>Share of bits of the forward pass that take a SET pulse in training LeNet-5 on MNIST with passes in streams.</summary>
    /// <remarks>103,591,550,208 of 148,903,065,600: three epochs at 256 / 32 / 32 bits from seed 11.</remarks>
    public const double MeasuredPulseShare = 0.696;

    /// <summary>Share of those pulses that switch.</summary>
    /// <remarks>19,354,966,306 of them.</remarks>
    public const double MeasuredMean = 0.187;

    /// <summary>Share of bits that take a SET pulse; the rest belongs to numbers that are exactly zero.</summary>
    public double PulseShare { get; init; } = MeasuredPulseShare;

    /// <summary>Share of SET pulses that switch, the mean of their probabilities.</summary>
    public double MeanProbability { get; init; } = MeasuredMean;

    /// <summary>Returns the expected counts of all images, each rounded to a whole number.</summary>
    /// <param name="source">Source of the bits.</param>
    /// <param name="length">Bits of a stream; 1 to 4096.</param>
    /// <param name="cellsPerLane">Cells that one SET pulse writes.</param>
    public OperationCounts ToCounts(StreamSource source, int length, int cellsPerLane)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cellsPerLane, 1);
        long numbers = (Inputs * Images) + Weights;
        OperationCounts counts = new()
        {
            Numbers = numbers,
            Bits = numbers * length,
            AndOperations = Products * Images * length,
        };
        if (source == StreamSource.OwnCells)
        {
            Pulse(counts, (long)Math.Round(counts.Bits * PulseShare), MeanProbability);
            counts.LaneCycles = numbers * ((length + cellsPerLane - 1) / cellsPerLane);
        }
        else if (source == StreamSource.SharedCells)
        {
            // A sequence for each image's inputs, and one for the weights; each digit is a stream of its own, drawn at one half.
            long digits = (Images + 1L) * RandomSequence.Digits;
            counts.Numbers += digits;
            counts.Bits += digits * length;
            counts.LaneCycles = digits * ((length + cellsPerLane - 1) / cellsPerLane);
            Pulse(counts, digits * length, 0.5);
        }

        return counts;
    }

    private static void Pulse(OperationCounts counts, long pulses, double mean)
    {
        long ones = (long)Math.Round(pulses * mean);
        counts.SetPulses = pulses;
        counts.Reads = pulses;
        counts.SetEvents = ones;
        counts.ResetPulses = ones;
    }
}
