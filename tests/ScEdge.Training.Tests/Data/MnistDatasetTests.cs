using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using ScEdge.Training.Data;

namespace ScEdge.Training.Tests.Data;

[Trait("Kind", "Unit")]
public sealed class MnistDatasetTests
{
    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb")]
    [InlineData("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624")]
    [InlineData("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea")]
    [InlineData("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637")]
    public void Resource_Unpacked_HasTheKnownMd5(string file, string md5)
    {
        using Stream resource = typeof(MnistDataset).Assembly.GetManifestResourceStream($"ScEdge.Training.Data.Mnist.{file}")!;
        using GZipStream unpacked = new(resource, CompressionMode.Decompress);
#pragma warning disable CA5351 // A known check sum, not a protection.
        Assert.Equal(md5, Convert.ToHexStringLower(MD5.HashData(unpacked)));
#pragma warning restore CA5351
    }

    [Fact]
    public void Load_Mnist_HasTheKnownSizesAndStatistics()
    {
        Dataset mnist = MnistDataset.Load();
        Assert.Equal(
            (60_000, 10_000, 28, 28, 10),
            (mnist.Training.Count, mnist.Test.Count, mnist.Training.Height, mnist.Training.Width, mnist.ClassCount));
        Assert.Equal([5, 0, 4, 1, 9], mnist.Training.Labels[..5].Select(static label => (int)label));

        // The mean 0.1307 and standard deviation 0.3081 that everybody uses for MNIST.
        InputNormalization normalization = InputNormalization.FromImages(mnist.Training);
        Assert.Equal(0.3081, 1 / (255 * normalization.Scale), 0.00005);
        Assert.Equal(0.1307, -normalization.Shift / (255 * normalization.Scale), 0.00005);
    }
}
