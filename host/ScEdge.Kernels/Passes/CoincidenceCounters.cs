using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The counters of a layer's weights and biases that coincidences of one thread go to.
/// </summary>
public sealed unsafe class CoincidenceCounters
{
    /// <summary>Makes the counters, all zero.</summary>
    /// <param name="shape">Windows.</param>
    /// <param name="isByColumn">
    /// Whether the counters of an output's weights are [column][row][channel]; otherwise in the order of the taps.
    /// </param>
    public CoincidenceCounters(WindowShape shape, bool isByColumn = false)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        Stride = (shape.Taps + ProductSumKernel.Lanes - 1) / ProductSumKernel.Lanes * ProductSumKernel.Lanes;
        Weights = new WordBuffer(shape.Outputs * Stride);
        Biases = new int[shape.Outputs];
        Places = new int[shape.Taps];
        for (int tap = 0; tap < Places.Length; tap++)
        {
            (int row, int x) = Math.DivRem(tap, shape.KernelWidth);
            (int channel, int y) = Math.DivRem(row, shape.KernelHeight);
            Places[tap] = isByColumn ? (((x * shape.KernelHeight) + y) * shape.Channels) + channel : tap;
        }
    }

    /// <summary>Gets the windows.</summary>
    public WindowShape Shape { get; }

    /// <summary>Gets the counters of the biases. The backing array.</summary>
    public int[] Biases { get; }

    /// <summary>Gets or sets the coincidences counted, signs aside; of bipolar streams the bits that agree.</summary>
    public long Increments { get; set; }

    /// <summary>Gets or sets the bits of bipolar streams that differ, which count down.</summary>
    public long Decrements { get; set; }

    internal int Stride { get; }

    internal WordBuffer Weights { get; }

    /// <summary>By tap: the place of its counter among those of an output. The backing array.</summary>
    internal int[] Places { get; }

    /// <summary>Adds the counters of an output's weights to sums and sets them to zero.</summary>
    /// <param name="output">The output.</param>
    /// <param name="sums">Sums by tap.</param>
    public void TakeWeights(int output, Span<int> sums)
    {
        Span<int> counters = new((int*)Weights.Words + ((nint)output * Stride), Shape.Taps);
        for (int tap = 0; tap < counters.Length; tap++)
        {
            sums[tap] += counters[Places[tap]];
        }

        counters.Clear();
    }

    /// <summary>Adds the counters of the biases to sums and sets them to zero.</summary>
    /// <param name="sums">Sums by output.</param>
    public void TakeBiases(Span<int> sums)
    {
        for (int output = 0; output < Biases.Length; output++)
        {
            sums[output] += Biases[output];
        }

        Array.Clear(Biases);
    }
}
