using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes;

/// <summary>
/// The counters of a layer's weights and biases that coincidences of one thread go to.
/// </summary>
public sealed unsafe class CoincidenceCounters
{
    /// <summary>Makes the counters, all zero.</summary>
    public CoincidenceCounters(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
        Stride = (shape.Taps + ProductSumKernel.Lanes - 1) / ProductSumKernel.Lanes * ProductSumKernel.Lanes;
        Weights = new WordBuffer(shape.Outputs * Stride);
        Biases = new int[shape.Outputs];
    }

    /// <summary>Gets the windows.</summary>
    public WindowShape Shape { get; }

    /// <summary>Gets the counters of the biases. The backing array.</summary>
    public int[] Biases { get; }

    /// <summary>Gets or sets the coincidences counted, signs aside.</summary>
    public long Increments { get; set; }

    internal int Stride { get; }

    internal WordBuffer Weights { get; }

    /// <summary>Adds the counters of the weights to those of a whole tensor.</summary>
    public void AddWeightsTo(Span<int> sums)
    {
        int taps = Shape.Taps;
        int* counters = (int*)Weights.Words;
        for (int output = 0; output < Shape.Outputs; output++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                sums[(output * taps) + tap] += counters[(output * Stride) + tap];
            }
        }
    }

    /// <summary>Sets all counters to zero.</summary>
    public void Clear()
    {
        Weights.Span.Clear();
        Array.Clear(Biases);
        Increments = 0;
    }
}
