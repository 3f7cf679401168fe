using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class ValidationSplitTests
{
    [Theory]
    [InlineData(240, null, 20)]
    [InlineData(60, 7, 7)]
    [InlineData(60, 59, 59)]
    [InlineData(11, null, 0)]
    [InlineData(60, 0, 0)]
    public void Apply_AnyCount_SharesTheImagesOutInTheirOrder(int images, int? count, int held)
    {
        Dataset split = ValidationSplit.Apply(Numbered(images), count);
        int[] validation = Numbers(split.Validation);
        int[] training = Numbers(split.Training);
        Assert.Equal(held, validation.Length);
        Assert.Equal(validation.Order(), validation);
        Assert.Equal(training.Order(), training);
        Assert.Equal(Enumerable.Range(0, images), validation.Concat(training).Order());
        Assert.Equal(5, split.Test.Count);
    }

    [Fact]
    public void Apply_TheSameSizes_HoldsOutTheSameImages() => Assert.Equal(
        Numbers(ValidationSplit.Apply(Numbered(200), 30).Validation), Numbers(ValidationSplit.Apply(Numbered(200), 30).Validation));

    [Fact]
    public void Apply_FewerImages_AreThoseOfTheSamePermutation()
    {
        // The first places of one order: what a small validation set holds a larger one holds too.
        int[] large = Numbers(ValidationSplit.Apply(Numbered(200), 30).Validation);
        Assert.All(Numbers(ValidationSplit.Apply(Numbered(200), 10).Validation), number => Assert.Contains(number, large));
    }

    [Fact]
    public void Apply_Mnist_SetsFiveThousandAsideOfAllClasses()
    {
        // A class has 5,421 to 6,742 of 60,000 images: hypergeometric, standard deviation below sqrt(5000 x 0.113 x 0.887) = 22.4.
        Dataset mnist = MnistDataset.Load();
        Dataset split = ValidationSplit.Apply(mnist, null);
        Assert.Equal((55_000, 5_000, 10_000), (split.Training.Count, split.Validation.Count, split.Test.Count));
        foreach (IGrouping<byte, byte> all in mnist.Training.Labels.GroupBy(label => label))
        {
            double expected = all.Count() / 12.0;
            Assert.InRange(split.Validation.Labels.Count(label => label == all.Key), expected - (5 * 22.4), expected + (5 * 22.4));
        }
    }

    [Fact]
    public void Apply_NothingLeftToLearnFrom_SaysSo()
    {
        string message = Assert.Throws<InputException>(() => ValidationSplit.Apply(Numbered(60), 60)).Message;
        Assert.Contains("leave none of the 60", message, StringComparison.Ordinal);
    }

    /// <summary>One image per number, which its two pixels spell.</summary>
    private static Dataset Numbered(int count)
    {
        byte[] pixels = [.. Enumerable.Range(0, count).SelectMany(i => new[] { (byte)(i >> 8), (byte)i })];
        ImageSet training = new("numbers", 1, 1, 1, 2, pixels, new byte[count]);
        return new Dataset("numbers", training, training.First(5), ["all"]);
    }

    private static int[] Numbers(ImageSet images) =>
        [.. Enumerable.Range(0, images.Count).Select(i => (images.Images[2 * i] << 8) + images.Images[(2 * i) + 1])];
}
