using System;
using System.Numerics;
using ScEdge.Kernels.Threading;
using ScEdge.Training.Passes.Layers;

namespace ScEdge.Training.Passes;

/// <summary>
/// Takes the images of a batch forward and their errors back, block by block.
/// </summary>
/// <param name="route">The network.</param>
/// <param name="batch">The batch.</param>
/// <param name="weights">Its weights.</param>
/// <param name="workers">One for each thread.</param>
/// <param name="weightsPerImage">Whether weights are drawn anew for every image.</param>
/// <param name="backward">Whether there is a way back.</param>
internal sealed class ImagePasses(
    PassRoute route, PassBatch batch, BatchWeights weights, PassWorker[] workers, bool weightsPerImage, bool backward)
    : IParallelWork
{
    private int BlockLength => weightsPerImage ? 1 : PassScratch.BlockLength;

    /// <summary>Runs the batch.</summary>
    public void Run(WorkerTeam team)
    {
        if (!weightsPerImage)
        {
            weights.DrawForBatch(team, batch.Serial);
        }

        route.Share(team, (batch.Count + BlockLength - 1) / BlockLength, this);
    }

    /// <summary>Takes one block through; called by the worker team.</summary>
    void IParallelWork.Execute(int part, int worker)
    {
        PassWorker passes = workers[worker];
        int first = part * BlockLength;
        int count = Math.Min(BlockLength, batch.Count - first);
        if (weightsPerImage)
        {
            weights.DrawForImage(worker, batch.Serials[first]);
        }

        for (int i = first; i < first + count; i++)
        {
            batch.TakePixels(i);
        }

        // The optimiser divides by a power of two: the errors take the rest.
        float errorScale = (float)BitOperations.RoundUpToPowerOf2((uint)batch.Count) / batch.Count;
        ReadOnlySpan<ImageRecord> block = batch.Records.Slice(first, count);
        passes.Forward(block, batch.Serials.Slice(first, count), weights.Forward(worker));
        passes.Judge(block, batch.Labels.Slice(first, count), errorScale, backward);
        for (int i = 0; i < count; i++)
        {
            batch.Losses[first + i] = passes.Losses[i];
            batch.Predictions[first + i] = passes.Predictions[i];
            if (backward)
            {
                passes.Backward(block[i], batch.Serials[first + i], weights.Backward(worker));
            }
        }
    }
}
