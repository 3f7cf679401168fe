using System;
using System.Linq;
using ScEdge.Input;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class ImageSetTests
{
    [Fact]
    public void First_Images_ShareTheMemory()
    {
        ImageSet set = new("s", 3, 1, 1, 2, [1, 2, 3, 4, 5, 6], [0, 1, 2]);
        ImageSet first = set.First(2);
        Assert.Equal(2, first.Count);
        Assert.Same(set.Images, first.Images);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.First(4));
    }

    [Fact]
    public void Constructor_ThingsThatDoNotFit_Throw()
    {
        Assert.Throws<ArgumentException>(static () => new ImageSet("s", 3, 1, 1, 2, [1, 2, 3], [0, 1]));
        Assert.Throws<ArgumentException>(static () => new ImageSet("s", 1, 1, 1, 1, [1, 2], [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new ImageSet("s", 257, 1, 1, 1, [1], [0]));
    }

    [Fact]
    public void Normalization_Images_HaveMeanZeroAndDeviationOne()
    {
        ImageSet set = new("s", 1, 1, 1, 4, [0, 10, 200, 255, 3, 3, 77, 128], [0, 0]);
        InputNormalization normalization = InputNormalization.FromImages(set);
        double[] values = [.. set.Images.Select(p => ((double)p * normalization.Scale) + normalization.Shift)];
        Assert.Equal(0, values.Average(), 1e-6);
        Assert.Equal(1, values.Average(static v => v * v), 1e-6);
        Assert.NotEqual(normalization, InputNormalization.FromImages(set.First(1)));
    }

    [Fact]
    public void Normalization_OneColour_SaysSo()
        => Assert.Contains(
            "'s'",
            Assert.Throws<InputException>(static () => InputNormalization.FromImages(new ImageSet("s", 1, 1, 1, 2, [7, 7], [0]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Dataset_SetsThatDiffer_Throw()
    {
        ImageSet small = new("s", 2, 1, 1, 1, [1], [0]);
        ImageSet large = new("l", 2, 1, 1, 2, [1, 2], [0]);
        Assert.Throws<ArgumentException>(() => new Dataset("d", small, large, ["a", "b"]));
        Assert.Throws<ArgumentException>(() => new Dataset("d", small, small, ["a"]));
    }
}
