using System;
using System.Linq;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class BatchSamplerTests
{
    [Theory]
    [InlineData(1, 64)]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(100, 7)]
    public void Batch_AnySizes_VisitEveryImageOnce(int images, int batchSize)
    {
        BatchSampler sampler = new(images, batchSize, 3);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            sampler.Shuffle(epoch);
            int[] visited = Enumerable.Range(0, sampler.BatchCount).SelectMany(b => sampler.Batch(b).ToArray()).ToArray();
            Assert.Equal(sampler.Order.ToArray(), visited);
            Assert.Equal(Enumerable.Range(0, images), visited.Order());
            Assert.All(Enumerable.Range(0, sampler.BatchCount - 1), b => Assert.Equal(batchSize, sampler.Batch(b).Length));
        }
    }

    [Fact]
    public void Shuffle_SeedAndEpoch_DecideTheOrder()
    {
        BatchSampler sampler = new(50, 8, 3);
        int[] first = sampler.Order.ToArray();
        sampler.Shuffle(1);
        int[] second = sampler.Order.ToArray();
        Assert.Equal(1, sampler.Epoch);
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, new BatchSampler(50, 8, 4).Order.ToArray());
        sampler.Shuffle(0);
        Assert.Equal(first, sampler.Order.ToArray());
    }

    [Fact]
    [Trait("Kind", "Golden")]
    public void Shuffle_KnownSeed_GivesTheGoldenOrder()
        => Assert.Equal([7, 2, 0, 3, 8, 5, 4, 6, 9, 1], new BatchSampler(10, 10, 1).Order.ToArray());

    [Fact]
    [Trait("Kind", "Statistical")]
    public void Shuffle_ManyEpochs_AllOrdersAreEquallyFrequent()
    {
        // 24 orders of 4 images over 12,000 epochs: chi-square with 23 degrees of freedom, mean 23, standard deviation
        // sqrt(46); five standard deviations above the mean is 56.9, exceeded with probability 1e-4.
        const int Epochs = 12_000;
        BatchSampler sampler = new(4, 4, 11);
        double chiSquare = Enumerable.Range(0, Epochs)
            .Select(epoch =>
            {
                sampler.Shuffle(epoch);
                return string.Concat(sampler.Order.ToArray());
            })
            .GroupBy(static order => order)
            .Select(static group => group.Count() - (Epochs / 24.0))
            .Sum(static excess => excess * excess / (Epochs / 24.0));
        Assert.InRange(chiSquare, 0, 56.9);
    }

    [Fact]
    public void Batch_OutOfRange_Throws()
    {
        BatchSampler sampler = new(10, 4, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Batch(3).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Batch(-1).Length);
    }
}
