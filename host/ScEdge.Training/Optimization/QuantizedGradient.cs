using System;
using ScEdge.Input;
using ScEdge.Kernels.Stochastic;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Optimization;

/// <summary>
/// A tensor's gradient as the optimiser receives it: integers of 8 or 16 bits and one power-of-two scale.
/// </summary>
/// <remarks>
/// The gradient is integer x 2^-FractionBits, FractionBits the largest for which the largest entry fits. Entries are
/// rounded stochastically, floor(g 2^FractionBits + u) with u uniform in [0, 1), so that the mean of the integers is the
/// gradient itself however small an entry is (S. Gupta et al., "Deep Learning with Limited Numerical Precision",
/// ICML 2015). u comes from the counter generator and depends only on (seed, tensor, step, index).
/// </remarks>
public sealed class QuantizedGradient
{
    /// <summary>Stream number space of the rounding, apart from the optimisers' own.</summary>
    public const uint RoundingStream = 0x4000_0000;

    /// <summary>Digits by which counters of coincidences are finer than the integers that they become.</summary>
    public const int GuardDigits = 8;

    private readonly int _limit;
    private readonly ulong _seed;
    private readonly uint _tensor;
    private ulong _key;
    private double _scale;

    /// <summary>Makes the buffer of a tensor.</summary>
    /// <param name="length">Number of parameters.</param>
    /// <param name="bits">Bits of an integer including its sign, 8 or 16.</param>
    /// <param name="seed">Seed of the rounding.</param>
    /// <param name="tensor">Index of the tensor.</param>
    public QuantizedGradient(int length, int bits, ulong seed, uint tensor)
    {
        Values = new short[length];
        _limit = (1 << (bits - 1)) - 1;
        _seed = seed;
        _tensor = tensor;
    }

    /// <summary>Gets the integers. The backing array.</summary>
    public short[] Values { get; }

    /// <summary>Gets the fraction bits of the integers; may be negative or larger than their width.</summary>
    public int FractionBits { get; private set; }

    /// <summary>Gets the largest magnitude that an integer of this step can have.</summary>
    public uint Maximum { get; private set; }

    /// <summary>Rounds a range of counts of coincidences stochastically; an integer that is too large meets its end.</summary>
    /// <param name="counts">Counts, finer by <see cref="GuardDigits"/> digits than the integers.</param>
    /// <param name="start">First parameter.</param>
    /// <param name="step">Step index.</param>
    /// <returns>The largest magnitude of the range.</returns>
    public int RoundCounts(ReadOnlySpan<int> counts, int start, uint step)
    {
        ulong key = CounterGenerator.Key(_seed, RoundingStream + _tensor, step);
        return GradientKernel.RoundCounts(counts, GuardDigits, _limit, key, (uint)start, Values.AsSpan(start, counts.Length));
    }

    /// <summary>Ends a step whose gradients are counts.</summary>
    /// <param name="fractionBits">Fraction bits of a count.</param>
    /// <param name="largest">Largest magnitude of all ranges.</param>
    public void EndCounts(int fractionBits, int largest)
    {
        Maximum = (uint)largest;
        FractionBits = largest == 0 ? 0 : fractionBits - GuardDigits;
    }

    /// <summary>Chooses the scale of a step.</summary>
    /// <param name="gradient">FP32 gradient.</param>
    /// <param name="step">Step index.</param>
    /// <exception cref="InputException">An entry is not finite.</exception>
    public void BeginStep(ReadOnlySpan<float> gradient, uint step)
    {
        float largest = GradientKernel.LargestMagnitude(gradient);
        if (!float.IsFinite(largest))
        {
            throw new InputException(
                $"The training diverged: a gradient of step {step + 1} is not finite; "
                + "start again with a lower learning rate.") { Setting = "learning-rate" };
        }

        if (largest == 0)
        {
            Maximum = 0;
            FractionBits = 0;
            _scale = 0;
            return;
        }

        // Exponents from the representation itself: no logarithm that might differ between machines.
        int exponent = (BitConverter.SingleToInt32Bits(largest) >> 23) - 127;
        FractionBits = 14 - Math.Max(exponent, -100);
        while (Math.Ceiling(Math.ScaleB(largest, FractionBits)) > _limit)
        {
            FractionBits--;
        }

        _scale = Math.ScaleB(1.0, FractionBits);
        Maximum = (uint)Math.Ceiling(largest * _scale);
        _key = CounterGenerator.Key(_seed, RoundingStream + _tensor, step);
    }

    /// <summary>Rounds a range of the gradient.</summary>
    /// <param name="gradient">FP32 gradient.</param>
    /// <param name="start">First parameter.</param>
    /// <param name="end">End of the range, exclusive.</param>
    public void Quantize(ReadOnlySpan<float> gradient, int start, int end) =>
        GradientKernel.Round(gradient[start..end], _scale, _key, (uint)start, Values.AsSpan(start, end - start));
}
