using System;
using System.Collections.Generic;
using ScEdge.Stochastic.Cbram;
using ScEdge.Training.Data;

namespace ScEdge.Experiments.Evaluation;

/// <summary>
/// Reads images with a trained network in bit streams, in this process or elsewhere, with the same bits.
/// </summary>
public interface IStreamReader
{
    /// <summary>Gets the multiplications of an image.</summary>
    long Products { get; }

    /// <summary>Gets the time that a board took for all images so far; null where none reads. s.</summary>
    double? BoardSeconds { get; }

    /// <summary>Gets how many images a board reads by one pass of weights that do not fit on it; null where it has them, or none reads.</summary>
    int? ImagesPerPass { get; }

    /// <summary>Reads a batch; the same serial number gives the same bits.</summary>
    /// <param name="images">Where the images are.</param>
    /// <param name="indices">The images of the batch.</param>
    /// <param name="serial">Serial number of the batch, of whatever set.</param>
    /// <param name="logits">Receives the logits, [image][class].</param>
    void Read(ImageSet images, ReadOnlySpan<int> indices, uint serial, Span<float> logits);

    /// <summary>Returns what the circuits of each product layer did so far.</summary>
    IReadOnlyList<OperationCounts> Counts();
}
