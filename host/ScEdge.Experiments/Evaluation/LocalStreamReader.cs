using System;
using System.Collections.Generic;
using System.Linq;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Data;
using ScEdge.Training.Passes;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Reads images in this process.
/// </summary>
/// <param name="passes">The passes, which only read.</param>
internal sealed class LocalStreamReader(StochasticPasses passes) : IStreamReader
{
    private readonly OperationCounts[] _counts = [.. passes.Tensors.Select(static _ => new OperationCounts())];

    /// <inheritdoc/>
    public long Products => passes.Products;

    /// <inheritdoc/>
    public double? BoardSeconds => null;

    /// <inheritdoc/>
    public int? ImagesPerPass => null;

    /// <inheritdoc/>
    public void Read(ImageSet images, ReadOnlySpan<int> indices, uint serial, Span<float> logits)
    {
        passes.Read(images, indices, serial, logits);
        for (int layer = 0; layer < _counts.Length; layer++)
        {
            _counts[layer].Add(passes.Counts[layer].Forward);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<OperationCounts> Counts() => _counts;
}
