using System;
using ScEdge.Stochastic.Sources;

namespace ScEdge.Training.Data;

/// <summary>
/// The order in which an epoch visits the training images, cut into batches.
/// </summary>
/// <remarks>
/// The order of (seed, epoch) is a Fisher-Yates shuffle of 0, 1, ... (R. Durstenfeld, "Algorithm 235: Random
/// permutation", 1964) that starts from the identity every epoch, so any epoch can be had without those before it. The
/// bounded draws are unbiased: the high word of a 32 x 32 bit product, where the few products that would favour some
/// results are drawn again (D. Lemire, "Fast random integer generation in an interval", 2019). Words are taken from
/// <see cref="CounterGenerator"/> at stream <see cref="Stream"/>, step = epoch, counter = 0, 1, ...
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
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        ulong key = CounterGenerator.Key(_seed, Stream, (uint)epoch);
        uint counter = 0;
        for (int last = _order.Length - 1; last > 0; last--)
        {
            int chosen = (int)Draw((uint)last + 1, key, ref counter);
            (_order[last], _order[chosen]) = (_order[chosen], _order[last]);
        }
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

    private static uint Draw(uint bound, ulong key, ref uint counter)
    {
        // 2^32 mod bound products have a low word below this; without them every result has equally many.
        uint unfair = (0u - bound) % bound;
        while (true)
        {
            ulong product = (ulong)CounterGenerator.Word((uint)key, (uint)(key >> 32), counter++) * bound;
            if ((uint)product >= unfair)
            {
                return (uint)(product >> 32);
            }
        }
    }
}
