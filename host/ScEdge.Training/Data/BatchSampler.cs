using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Data;

/// <summary>
/// The order in which an epoch visits the training images, cut into batches.
/// </summary>
/// <remarks>
/// The order of (seed, epoch) is the <see cref="Permutation"/> of the key at stream <see cref="Stream"/>, step = epoch: any epoch can
/// be had without those before it.
/// </remarks>
public sealed class BatchSampler
{
    /// <summary>Stream of the generator that the shuffles use.</summary>
    public const uint Stream = 0x5A3F_0001;

    private readonly ulong _seed;
    private readonly int[] _order;

    /// <summary>Prepares epochs over a number of images; call <see cref="Shuffle"/> before the first batch.</summary>
    /// <param name="imageCount">Number of images, at least 1: all of the training set, or the first so many.</param>
    /// <param name="batchSize">Images per batch, at least 1; the last batch of an epoch may be smaller.</param>
    /// <param name="seed">Seed of the run.</param>
    public BatchSampler(int imageCount, int batchSize, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(imageCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        BatchSize = batchSize;
        _seed = seed;
        _order = new int[imageCount];
        Shuffle(0);
    }

    /// <summary>Images per epoch.</summary>
    public int ImageCount => _order.Length;

    /// <summary>Images per batch, but for the last.</summary>
    public int BatchSize { get; }

    /// <summary>Batches per epoch, the partial one included.</summary>
    public int BatchCount => ((ImageCount - 1) / BatchSize) + 1;

    /// <summary>The epoch whose order is loaded.</summary>
    public int Epoch { get; private set; }

    /// <summary>The whole order of the loaded epoch.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Loads the order of an epoch.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    public void Shuffle(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        Epoch = epoch;
        Permutation.Fill(_order, CounterGenerator.Key(_seed, Stream, (uint)epoch));
    }

    /// <summary>The images of a batch of the loaded epoch.</summary>
    /// <param name="batch">Number of the batch, 0 to <see cref="BatchCount"/> - 1.</param>
    public ReadOnlySpan<int> Batch(int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(batch, BatchCount);
        int start = batch * BatchSize;
        return _order.AsSpan(start, Math.Min(BatchSize, ImageCount - start));
    }
}
