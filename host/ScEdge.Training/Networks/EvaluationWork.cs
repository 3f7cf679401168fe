using System;
using ScEdge.Kernels;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Data;

namespace ScEdge.Training.Networks;

/// <summary>
/// Forward passes over a whole set of images, a part per block of 16.
/// </summary>
internal sealed class EvaluationWork : IParallelWork
{
    private readonly ImageBlock[] _blocks;
    private readonly ImageSet _images;
    private readonly float[] _losses;

    public EvaluationWork(ImageBlock[] blocks, ImageSet images)
    {
        _blocks = blocks;
        _images = images;
        _losses = new float[images.Count];
        Predictions = new int[images.Count];
    }

    public int[] Predictions { get; }

    public int BlockCount => LaneVector.RoundUp(_images.Count) / LaneVector.Count;

    public void Execute(int part, int worker)
    {
        int start = part * LaneVector.Count;
        int count = Math.Min(LaneVector.Count, _images.Count - start);
        Span<int> indices = stackalloc int[LaneVector.Count];
        for (int lane = 0; lane < count; lane++)
        {
            indices[lane] = start + lane;
        }

        ImageBlock block = _blocks[worker];
        block.Forward(_images, indices[..count], gradientScale: 1);
        block.Losses[..count].CopyTo(_losses.AsSpan(start));
        block.Predictions[..count].CopyTo(Predictions.AsSpan(start));
    }

    /// <summary>Adds up in the order of the images.</summary>
    public Evaluation Result(int classes)
    {
        EvaluationSum sum = new(_images, classes);
        for (int i = 0; i < _images.Count; i++)
        {
            sum.Add(i, Predictions[i], _losses[i]);
        }

        return sum.Result();
    }
}
