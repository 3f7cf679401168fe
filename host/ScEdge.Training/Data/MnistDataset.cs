using System;
using System.IO;

namespace ScEdge.Training.Data;

/// <summary>
/// MNIST, which comes inside the program: 60,000 training and 10,000 test images of handwritten digits, 28 x 28 pixels.
/// </summary>
/// <remarks>Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", 1998.</remarks>
public static class MnistDataset
{
    /// <summary>Unpacks both sets.</summary>
    public static Dataset Load()
        => new("MNIST", Read("MNIST training", "train"), Read("MNIST test", "t10k"), ClassNameLists.Digits);

    private static ImageSet Read(string name, string prefix) => IdxImages.Join(
        name, Open($"{prefix}-images-idx3-ubyte.gz", 3), Open($"{prefix}-labels-idx1-ubyte.gz", 1), 10, 0);

    private static IdxArray Open(string file, int dimensionCount)
    {
        using Stream? packed = typeof(MnistDataset).Assembly.GetManifestResourceStream($"{typeof(MnistDataset).Namespace}.Mnist.{file}");
        return IdxReader.Read(packed ?? throw new InvalidOperationException($"The program was built without {file}."), file, dimensionCount);
    }
}
