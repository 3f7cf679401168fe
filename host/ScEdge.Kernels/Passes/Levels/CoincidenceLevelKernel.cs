using System;
using ScEdge.Stochastic.Passes;

namespace ScEdge.Kernels.Passes.Levels;

/// <summary>
/// Counts the coincidences of inputs and errors of one image whose streams share sequences: the twin of
/// <see cref="ProductLayer.CountCoincidences"/> and <see cref="ProductLayer.CountCoincidencesOfBias"/>.
/// </summary>
/// <remarks>Holds memory to work in: one object for each thread.</remarks>
public sealed class CoincidenceLevelKernel
{
    private readonly ILevelCoincidences _coincidences;

    /// <summary>Makes the kernel of a layer.</summary>
    public CoincidenceLevelKernel(WindowShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _coincidences = shape.IsDense ? new OuterCoincidences(shape) : new WindowCoincidences(shape);
        Counters = new CoincidenceCounters(shape, _coincidences.CountsByColumn);
    }

    /// <summary>Gets the counters.</summary>
    public CoincidenceCounters Counters { get; }

    /// <summary>Adds the coincidences of an image to the counters.</summary>
    /// <param name="inputs">Levels of the input map.</param>
    /// <param name="errors">Levels of the errors of the outputs.</param>
    /// <param name="table">Counts, rows by the errors' sequence, columns by the inputs'.</param>
    /// <param name="biasCounts">By the level of an error, its coincidences with the stream that the biases' errors pass through.</param>
    /// <param name="digit">Digit of the weights' counters that a coincidence goes to.</param>
    /// <param name="biasDigit">Digit of the biases' counters that a coincidence goes to.</param>
    public void Run(
        PresentNumbers inputs,
        PresentNumbers errors,
        LevelTable table,
        ReadOnlySpan<int> biasCounts,
        int digit,
        int biasDigit) =>
        Run(KernelTier.Current, inputs, errors, table, biasCounts, digit, biasDigit);

    internal void Run(
        VectorTier tier,
        PresentNumbers inputs,
        PresentNumbers errors,
        LevelTable table,
        ReadOnlySpan<int> biasCounts,
        int digit,
        int biasDigit)
    {
        ArgumentNullException.ThrowIfNull(table);
        _coincidences.CountBiases(tier, errors, biasCounts, biasDigit, Counters);
        Counters.Increments += ITableSize.For(tier, table.Length) switch
        {
            64 => _coincidences.Count<ITableSize.Of64>(tier, inputs, table, digit, Counters),
            128 => _coincidences.Count<ITableSize.Of128>(tier, inputs, table, digit, Counters),
            256 => _coincidences.Count<ITableSize.Of256>(tier, inputs, table, digit, Counters),
            _ => _coincidences.Count<ITableSize.Plain>(tier, inputs, table, digit, Counters),
        };
    }
}
