using System.Collections.Generic;
using System.Linq;
using ScEdge.Playground.Vectors;
using ScEdge.Training.Data;

namespace ScEdge.Vectors.Tests.Files;

/// <summary>The order in which an epoch visits the training images.</summary>
internal static class ImageOrderFile
{
    public const string Name = "image-order.jsonl";

    private static readonly int[] Sizes = [1, 2, 10, 100];
    private static readonly int[] Epochs = [0, 3];

    public static string Text() => VectorText.JsonLines(
        from images in Sizes
        from epoch in Epochs
        select new ImageOrderCase(7, epoch, images, Order(images, epoch)));

    private static int[] Order(int images, int epoch)
    {
        BatchSampler sampler = new(images, 64, 7);
        sampler.Shuffle(epoch);
        return sampler.Order.ToArray();
    }
}
