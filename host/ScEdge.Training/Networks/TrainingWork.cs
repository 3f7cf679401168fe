using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// Forward and backward passes of a batch, a part per block of 16 images.
/// </summary>
internal sealed class TrainingWork : IParallelWork
{
    private readonly ImageBlock[] _blocks;
    private readonly int[] _indices;
    private readonly double[] _losses;
    private readonly int[] _correctCounts;
    private ImageSet? _images;
    private int _imageCount;

    public TrainingWork(ImageBlock[] blocks, GradientLayout layout, int batchCapacity)
    {
        _blocks = blocks;
        _indices = new int[batchCapacity];
        int blockCapacity = LaneVector.RoundUp(batchCapacity) / LaneVector.Count;
        _losses = new double[blockCapacity];
        _correctCounts = new int[blockCapacity];
        Gradients = new LaneBuffer[blockCapacity];
        for (int i = 0; i < blockCapacity; i++)
        {
            Gradients[i] = new LaneBuffer(layout.Length);
        }
    }

    /// <summary>The gradients that each block leaves.</summary>
    public LaneBuffer[] Gradients { get; }

    /// <summary>Blocks of the current batch.</summary>
    public int BlockCount => LaneVector.RoundUp(_imageCount) / LaneVector.Count;

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
        ImageBlock block = _blocks[worker];
        block.Forward(_images!, indices, 1f / _imageCount);
        block.Backward(Gradients[part]);
        double loss = 0;
        int correct = 0;
        for (int lane = 0; lane < indices.Length; lane++)
        {
            loss += block.Losses[lane];
            correct += block.Predictions[lane] == _images!.Labels[indices[lane]] ? 1 : 0;
        }

        _losses[part] = loss;
        _correctCounts[part] = correct;
    }

    /// <summary>Loss and correct answers of the batch, added in the order of the blocks.</summary>
    public BatchResult Result()
    {
        double loss = 0;
        int correct = 0;
        for (int block = 0; block < BlockCount; block++)
        {
            loss += _losses[block];
            correct += _correctCounts[block];
        }

        return new BatchResult(loss / _imageCount, correct, _imageCount);
    }
}
