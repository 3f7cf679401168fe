using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// Forward and backward passes of a batch, a part per tile of 16 images.
/// </summary>
internal sealed class TrainingWork : IParallelWork
{
    private readonly Tile[] _tiles;
    private readonly int[] _indices;
    private readonly double[] _losses;
    private readonly int[] _correctCounts;
    private ImageSet? _images;
    private int _imageCount;

    public TrainingWork(Tile[] tiles, GradientLayout layout, int batchCapacity)
    {
        _tiles = tiles;
        _indices = new int[batchCapacity];
        int tileCapacity = LaneVector.RoundUp(batchCapacity) / LaneVector.Count;
        _losses = new double[tileCapacity];
        _correctCounts = new int[tileCapacity];
        Gradients = new LaneBuffer[tileCapacity];
        for (int i = 0; i < tileCapacity; i++)
        {
            Gradients[i] = new LaneBuffer(layout.Length);
        }
    }

    /// <summary>The gradients that each tile leaves.</summary>
    public LaneBuffer[] Gradients { get; }

    /// <summary>Tiles of the current batch.</summary>
    public int TileCount => LaneVector.RoundUp(_imageCount) / LaneVector.Count;

    /// <summary>Takes note of the batch.</summary>
    public void Begin(ImageSet images, ReadOnlySpan<int> indices)
    {
        _images = images;
        _imageCount = indices.Length;
        indices.CopyTo(_indices);
    }

    public void Execute(int part, int worker)
    {
        int start = part * LaneVector.Count;
        ReadOnlySpan<int> indices = _indices.AsSpan(start, Math.Min(LaneVector.Count, _imageCount - start));
        Tile tile = _tiles[worker];
        tile.Forward(_images!, indices, 1f / _imageCount);
        tile.Backward(Gradients[part]);
        double loss = 0;
        int correct = 0;
        for (int lane = 0; lane < indices.Length; lane++)
        {
            loss += tile.Losses[lane];
            correct += tile.Predictions[lane] == _images!.Labels[indices[lane]] ? 1 : 0;
        }

        _losses[part] = loss;
        _correctCounts[part] = correct;
    }

    /// <summary>Loss and correct answers of the batch, added in the order of the tiles.</summary>
    public BatchResult Result()
    {
        double loss = 0;
        int correct = 0;
        for (int tile = 0; tile < TileCount; tile++)
        {
            loss += _losses[tile];
            correct += _correctCounts[tile];
        }

        return new BatchResult(loss / _imageCount, correct, _imageCount);
    }
}
