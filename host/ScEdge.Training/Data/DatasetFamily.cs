using System.Collections.Generic;
using System.Linq;

namespace ScEdge.Training.Data;

/// <summary>
/// A way in which the four files of a dataset are named, and what their contents mean.
/// </summary>
/// <param name="Split">Word by which it is chosen where a folder holds several.</param>
/// <param name="Name">Name of the dataset; null to take that of the folder.</param>
/// <param name="TrainingPrefix">Beginning of the names of the training files.</param>
/// <param name="TestPrefix">Beginning of the names of the test files.</param>
/// <param name="ClassNames">Names of the classes; null if the training labels tell how many there are.</param>
/// <param name="FirstLabel">The label that stands for class 0.</param>
/// <param name="Transposed">Whether images are stored column by column.</param>
internal sealed record DatasetFamily(
    string Split, string? Name, string TrainingPrefix, string TestPrefix, IReadOnlyList<string>? ClassNames,
    int FirstLabel, bool Transposed)
{
    /// <summary>MNIST's own names, which other datasets of the same form use as well, and the EMNIST datasets.</summary>
    /// <remarks>G. Cohen, S. Afshar, J. Tapson, A. van Schaik, "EMNIST: an extension of MNIST to handwritten letters", 2017.</remarks>
    public static IReadOnlyList<DatasetFamily> All { get; } =
    [
        new("plain", null, "train", "t10k", null, 0, false),
        Emnist("letters", ClassNameLists.Letters, 1),
        Emnist("balanced", ClassNameLists.ByMerge, 0),
        Emnist("byclass", ClassNameLists.ByClass, 0),
        Emnist("bymerge", ClassNameLists.ByMerge, 0),
        Emnist("digits", ClassNameLists.Digits, 0),
        Emnist("mnist", ClassNameLists.Digits, 0),
    ];

    /// <summary>Possible names of the file of a role.</summary>
    /// <param name="prefix">Training or test prefix.</param>
    /// <param name="images">Images or labels.</param>
    public static IReadOnlyList<string> FileNames(string prefix, bool images)
    {
        string content = images ? "images" : "labels";
        string format = images ? "idx3-ubyte" : "idx1-ubyte";
        string[] plain = [$"{prefix}-{content}-{format}", $"{prefix}-{content}.{format}"];
        return [.. plain, .. plain.Select(static name => name + ".gz")];
    }

    private static DatasetFamily Emnist(string split, IReadOnlyList<string> classNames, int firstLabel)
        => new(split, $"EMNIST {split}", $"emnist-{split}-train", $"emnist-{split}-test", classNames, firstLabel, true);
}
